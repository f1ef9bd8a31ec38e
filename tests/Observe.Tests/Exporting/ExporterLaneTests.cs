using System.Collections.Concurrent;

namespace Observe.Tests.Exporting;

public class ExporterLaneTests
{
    [Fact]
    public async Task Runs_arrive_in_the_order_in_which_they_ended()
    {
        await using TestObserver test = new();
        for (int i = 0; i < 2_000; i++)
        {
            test.Observer.Run($"{i}", _ => { });
        }

        Assert.Equal(Enumerable.Range(0, 2_000).Select(i => $"{i}"), (await test.RunsAsync()).Select(run => run.Agent));
    }

    [Fact]
    public async Task An_exporter_is_called_by_one_thread_at_a_time_and_each_run_once()
    {
        int inside = 0;
        bool overlapped = false;
        ConcurrentQueue<string> seen = new();
        await using TestObserver test = new(options =>
        {
            options.PollInterval = TimeSpan.FromMilliseconds(1);
            options.Exporters.Add(new DelegatingExporter(async (runs, _) =>
            {
                overlapped |= Interlocked.Increment(ref inside) != 1;
                await Task.Yield();
                foreach (FinishedRun run in runs)
                {
                    seen.Enqueue(run.Read().Agent);
                }

                Interlocked.Decrement(ref inside);
            }));
        });
        await Parallel.ForAsync(0, 3_000, async (i, _) =>
        {
            test.Observer.Run($"{i}", _ => { });
            if (i % 100 == 0)
            {
                await test.Observer.FlushAsync(cancellationToken: CancellationToken.None);
            }
        });
        await test.RunsAsync();
        Assert.False(overlapped);
        Assert.Equal(Enumerable.Range(0, 3_000).Select(i => $"{i}").Order(), seen.Order());
    }

    [Fact]
    public async Task A_batch_that_fails_is_offered_again_as_it_was()
    {
        List<string> offers = [];
        await using TestObserver test = new(options =>
        {
            options.PollInterval = TimeSpan.FromDays(1);
            options.Exporters.Add(new DelegatingExporter((runs, _) =>
            {
                offers.Add(string.Join(',', runs.Select(run => run.Read().Agent)));
                return offers.Count < 4 ? throw new InvalidOperationException("not now") : default;
            }));
        });
        test.Observer.Run("a", _ => { });
        test.Observer.Run("b", _ => { });
        await test.RunsAsync();

        // The lane may take the first run before the second has come: what is offered four times is the first batch, whichever it is.
        Assert.Single(offers.Take(4).Distinct());
        Assert.Equal("a,b", string.Join(',', offers.Distinct()));
        Assert.True(test.Observer.Status.IsComplete);
        Assert.Equal("exporter test failed to export: InvalidOperationException: not now.", Assert.Single(test.Warnings));
    }

    [Fact]
    public async Task A_batch_is_given_up_after_the_last_attempt_and_counted()
    {
        int offers = 0;
        await using TestObserver test = new(options =>
        {
            options.MaxExportAttempts = 3;
            options.Exporters.Add(new DelegatingExporter((_, _) =>
            {
                offers++;
                return ValueTask.FromException(new IOException("never"));
            }));
        });
        test.Observer.Run("a", run => run.SetTag("k", "v"));
        Assert.Single(await test.RunsAsync());
        Assert.Equal(3, offers);
        Assert.Equal(new FlushResult(0, 0, 0, 3, 0), test.Observer.Status);
        test.Observer.Run("b", _ => { });
        await test.RunsAsync();
        Assert.Equal(6, offers);
    }

    [Fact]
    public async Task A_message_that_throws_does_not_end_the_exporter()
    {
        int offers = 0;
        await using TestObserver test = new(options => options.Exporters.Add(new DelegatingExporter((_, _) => ++offers == 1 ? throw new SilentException() : default)));
        test.Observer.Run("a", _ => { });
        await test.RunsAsync();
        Assert.Equal(2, offers);
        Assert.True(test.Observer.Status.IsComplete);
    }

    [Fact]
    public async Task An_exporter_that_throws_when_flushed_and_disposed_is_reported_and_nothing_more()
    {
        TestObserver test = new(options => options.Exporters.Add(new DelegatingExporter(
            (_, _) => default,
            flush: () => throw new IOException("flush"),
            dispose: () => throw new IOException("dispose"))));
        test.Observer.Run("a", _ => { });
        FlushResult result = await test.Observer.FlushAsync();
        Assert.True(result.IsComplete);
        await test.DisposeAsync();
        Assert.Equal(["exporter test failed to flush: IOException: flush.", "exporter test failed to dispose: IOException: dispose."], test.Warnings);
    }

    [Fact]
    public async Task A_run_that_is_kept_behind_the_call_cannot_be_read()
    {
        FinishedRun? kept = null;
        await using TestObserver test = new(options => options.Exporters.Add(new DelegatingExporter((runs, _) =>
        {
            kept = runs[0];
            return default;
        })));
        test.Observer.Run("a", _ => { });
        await test.RunsAsync();
        Assert.Throws<ObjectDisposedException>(() => kept!.Read());
        Assert.Equal(2, kept!.RecordCount);
    }

    [Fact]
    public async Task A_run_that_is_read_behind_the_call_is_whole_or_refused_and_never_another_run()
    {
        ConcurrentQueue<FinishedRun> kept = new();
        await using TestObserver test = new(options =>
        {
            options.PollInterval = TimeSpan.FromMilliseconds(1);
            options.SegmentBytes = 1024;
            options.Exporters.Add(new DelegatingExporter((runs, _) =>
            {
                foreach (FinishedRun run in runs)
                {
                    kept.Enqueue(run);
                }

                return default;
            }));
        });
        using CancellationTokenSource stop = new();
        Task<int> reader = Task.Run(() =>
        {
            int read = 0;
            while (!stop.IsCancellationRequested || !kept.IsEmpty)
            {
                try
                {
                    if (kept.TryDequeue(out FinishedRun? run))
                    {
                        RunTrace trace = run.Read();
                        Assert.Equal(trace.Agent, Assert.Single(trace.Tags).Value);
                        read++;
                    }
                }
                catch (ObjectDisposedException)
                {
                    read++;
                }
            }

            return read;
        });
        for (int i = 0; i < 5_000; i++)
        {
            test.Observer.Run($"agent {i}", run => run.SetTag("agent", run.Agent));
        }

        await test.RunsAsync();
        await stop.CancelAsync();
        Assert.Equal(5_000, await reader);
    }

    private sealed class SilentException : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");
    }
}
