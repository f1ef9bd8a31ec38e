using System.Threading.Channels;
using Observe.Diagnostics;

namespace Observe.Exporting;

/// <summary>
/// One exporter with its own queue, retries and time-outs, so that a slow or broken exporter holds up nobody else. The queue is
/// bounded by the journal: every run in it holds a segment.
/// </summary>
internal sealed class ExporterLane : IAsyncDisposable
{
    private const int MaxBatch = 512;
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(30);

    private readonly Channel<LaneEntry> _queue =
        Channel.CreateUnbounded<LaneEntry>(new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = false });

    private readonly CancellationTokenSource _stop = new();
    private readonly IRunExporter _exporter;
    private readonly string _name;
    private readonly ObserverOptions _options;
    private readonly Accounts _accounts;
    private readonly Warnings _warnings;
    private readonly Task _loop;
    private Task _hanging = Task.CompletedTask;

    public ExporterLane(IRunExporter exporter, ObserverOptions options, Accounts accounts, Warnings warnings)
    {
        _exporter = exporter;
        _name = exporter.Name; // asked once, here, where an exception reaches who configures
        _options = options;
        _accounts = accounts;
        _warnings = warnings;
        using (ExecutionContext.SuppressFlow())
        {
            _loop = Task.Run(LoopAsync);
        }
    }

    public void Enqueue(FinishedRun run)
    {
        if (!_queue.Writer.TryWrite(new LaneEntry(run, null)))
        {
            Leave(run, taken: false); // the lane has been stopped
        }
    }

    public Task FlushAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _queue.Writer.TryWrite(new LaneEntry(null, flushed)) ? flushed.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        await TryAsync("dispose", _ => _exporter.DisposeAsync()).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        List<FinishedRun> batch = new(MaxBatch);
        ChannelReader<LaneEntry> queue = _queue.Reader;
        while (await queue.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            TaskCompletionSource? flushed = null;
            while (batch.Count < MaxBatch && flushed is null && queue.TryRead(out LaneEntry entry))
            {
                if (entry.Run is not null)
                {
                    batch.Add(entry.Run);
                }

                flushed = entry.Flushed;
            }

            if (batch.Count > 0)
            {
                await ExportAsync(batch).ConfigureAwait(false);
                batch = new List<FinishedRun>(MaxBatch);
            }

            if (flushed is not null)
            {
                await TryAsync("flush", token => _exporter.FlushAsync(token)).ConfigureAwait(false);
                flushed.SetResult();
            }
        }
    }

    private async Task ExportAsync(List<FinishedRun> batch)
    {
        TimeSpan delay = _options.RetryDelay;
        Task before = _hanging;
        for (int attempt = 1; ; attempt++)
        {
            if (await TryAsync("export", token => _exporter.ExportAsync(batch, token)).ConfigureAwait(false))
            {
                Leave(batch, taken: true);
                return;
            }

            if (attempt >= _options.MaxExportAttempts || _stop.IsCancellationRequested || !_hanging.IsCompleted)
            {
                break;
            }

            await PauseAsync(delay).ConfigureAwait(false);
            delay = delay * 2 < s_longestDelay ? delay * 2 : s_longestDelay;
        }

        if (ReferenceEquals(before, _hanging))
        {
            Leave(batch, taken: false); // at once: what an earlier call holds must not fill the journal with later runs
        }
        else
        {
            // The call that ignores its cancellation may still read the batch: its memory is given back when it returns.
            _ = _hanging.ContinueWith(call => Leave(batch, taken: call.IsCompletedSuccessfully), TaskScheduler.Default);
        }
    }

    /// <summary>Calls the exporter on a thread of its own, so that one that blocks blocks nobody. False when it failed or hung.</summary>
    private async Task<bool> TryAsync(string what, Func<CancellationToken, ValueTask> call)
    {
        if (!_hanging.IsCompleted)
        {
            Warn(what, "it has not returned from an earlier call that was cancelled");
            return false;
        }

        using CancellationTokenSource timeout = new(_options.ExportTimeout);
        Task running = Task.Run(() => call(timeout.Token).AsTask(), CancellationToken.None);
        try
        {
            await running.WaitAsync(_options.ExportTimeout + TimeSpan.FromSeconds(1)).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            _hanging = running;
            _ = running.ContinueWith(static task => task.Exception, TaskScheduler.Default); // however it ends, somebody has seen it
            Warn(what, $"it did not return within {_options.ExportTimeout.TotalSeconds:0.#} s and ignores its cancellation");
        }
        catch (Exception exception)
        {
            Warn(what, $"{exception.GetType().Name}: {ExceptionText.MessageOf(exception)}");
        }

        return false;
    }

    private async Task PauseAsync(TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // stopping: the last attempt follows at once
        }
    }

    private void Leave(List<FinishedRun> batch, bool taken)
    {
        foreach (FinishedRun run in batch)
        {
            Leave(run, taken);
        }
    }

    private void Leave(FinishedRun run, bool taken)
    {
        int records = run.RecordCount;
        if (run.Release(taken, out bool takenByAll))
        {
            _accounts.CountLeft(records, takenByAll);
        }
    }

    private void Warn(string what, string why) => _warnings.Report($"{_name} {what}", $"exporter {_name} failed to {what}: {why}.");
}
