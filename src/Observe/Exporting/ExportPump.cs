using Observe.Diagnostics;

namespace Observe.Exporting;

/// <summary>
/// Collects finished runs and hands them to every exporter's lane. It polls: waking a sleeping thread costs the caller tens of
/// microseconds, so a run that ends only pushes itself on a stack. Flush, dispose and a filling buffer wake it.
/// </summary>
internal sealed class ExportPump : IAsyncDisposable
{
    private static readonly TimeSpan s_leastPause = TimeSpan.FromMilliseconds(1);

    private readonly AutoResetEvent _signal = new(initialState: false);
    private readonly PollPace _pace;
    private readonly TimeSpan _shutdownTimeout;
    private readonly Accounts _accounts;
    private readonly Warnings _warnings;
    private readonly ExporterLane[] _lanes;
    private readonly object _collectGate = new();
    private readonly Thread _thread;
    private FinishedRun? _newest;
    private int _askedToHurry;
    private volatile bool _stopping;

    public ExportPump(ObserverOptions options, Accounts accounts, Warnings warnings)
    {
        _accounts = accounts;
        _warnings = warnings;
        _pace = new PollPace(options.PollInterval);
        _shutdownTimeout = options.ShutdownTimeout;
        _lanes = new ExporterLane[options.Exporters.Count];
        for (int i = 0; i < _lanes.Length; i++)
        {
            _lanes[i] = new ExporterLane(options.Exporters[i], options, accounts, warnings);
        }

        _thread = new Thread(Poll) { IsBackground = true, Name = "Observe export pump" };
        _thread.UnsafeStart(); // the pump belongs to no flow of control of the caller
    }

    /// <summary>Takes a run that has ended. Lock-free, wakes nobody.</summary>
    /// <param name="run">The run.</param>
    public void Enqueue(FinishedRun run)
    {
        run.SetReaders(_lanes.Length);
        FinishedRun? newest = Volatile.Read(ref _newest);
        while (true)
        {
            run.Next = newest;
            FinishedRun? seen = Interlocked.CompareExchange(ref _newest, run, newest);
            if (ReferenceEquals(seen, newest))
            {
                break;
            }

            newest = seen;
        }

        if (_stopping)
        {
            Collect(); // the last poll may have been before us
        }
    }

    public void Signal() => _signal.Set();

    /// <summary>Asks for an early poll. Of many threads that ask, one pays for the waking, and at most once in a while.</summary>
    public void SignalFilling()
    {
        if (Volatile.Read(ref _askedToHurry) == 0 && Interlocked.Exchange(ref _askedToHurry, 1) == 0)
        {
            _signal.Set();
        }
    }

    /// <summary>Waits until the exporters are through with all runs that have ended so far, or until the time is up.</summary>
    public async Task FlushAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Collect();
        Task flushed = Task.WhenAll(Array.ConvertAll(_lanes, lane => lane.FlushAsync(cancellationToken)));
        await WaitAsync(flushed, timeout, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Flushes, then stops: what is still not exported when the time is up is given up.</summary>
    public async ValueTask DisposeAsync()
    {
        await FlushAsync(_shutdownTimeout, CancellationToken.None).ConfigureAwait(false);
        _stopping = true;
        Signal();
        Collect();
        Task stopped = Task.WhenAll(Array.ConvertAll(_lanes, lane => lane.DisposeAsync().AsTask()));
        await WaitAsync(stopped, _shutdownTimeout, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Waits without a timer that outlives the wait, and without an exception when it ends early.</summary>
    private static async Task WaitAsync(Task task, TimeSpan timeout, CancellationToken cancellationToken) =>
        await ((Task)task.WaitAsync(timeout, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Poll()
    {
        long reported = 0;
        while (!_stopping)
        {
            _signal.WaitOne(_pace.Pause);
            _pace.Found(Collect());
            if (Volatile.Read(ref _askedToHurry) != 0)
            {
                _signal.WaitOne(s_leastPause); // or every run that ends would wake us again
                Volatile.Write(ref _askedToHurry, 0);
            }

            if (_accounts.LostBufferFull is var lost && lost > reported)
            {
                reported = lost;
                ThreadPool.UnsafeQueueUserWorkItem(ReportFullBuffer, lost, preferLocal: false); // who listens must not hold up the pump
            }
        }
    }

    private void ReportFullBuffer(long lost) => _warnings.Report(
        "full buffer",
        $"{lost} records have found the buffer full so far and are lost; raise MaxBufferBytes, or set WhenFull to Wait.");

    /// <returns>How many runs there were.</returns>
    private int Collect()
    {
        int runs = 0;

        // One at a time, so that every lane sees runs in the order in which they ended.
        lock (_collectGate)
        {
            FinishedRun? newest = Interlocked.Exchange(ref _newest, null);
            FinishedRun? oldest = null;
            while (newest is not null)
            {
                FinishedRun? before = newest.Next;
                newest.Next = oldest;
                oldest = newest;
                newest = before;
            }

            while (oldest is { } run)
            {
                oldest = run.Next;
                run.Next = null; // a run that somebody keeps must not keep those behind it
                runs++;
                foreach (ExporterLane lane in _lanes)
                {
                    lane.Enqueue(run);
                }
            }
        }

        return runs;
    }
}
