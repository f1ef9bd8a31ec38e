namespace Observe.Tests.Exporting;

public class AccountingTests
{
    [Theory]
    [InlineData(WhenFull.Drop)]
    [InlineData(WhenFull.Wait)]
    public async Task Every_record_is_exported_dropped_or_pending_at_every_moment_and_counted_once(WhenFull whenFull)
    {
        const int Threads = 8;
        const int Runs = 1_500;
        long made = 0;
        Random failing = new(5);
        TestObserver test = new(options =>
        {
            options.PollInterval = TimeSpan.FromMilliseconds(1);
            options.WhenFull = whenFull;
            options.WaitTimeout = TimeSpan.FromHours(1);
            options.MaxBufferBytes = 256 * 1024;
            options.SegmentBytes = 1024;
            options.MaxExportAttempts = 2;
            options.Exporters.Add(new DelegatingExporter((_, _) => failing.Next(2) == 0 ? throw new IOException() : default));
        });
        using CancellationTokenSource stop = new();
        Task<int> sampling = Task.Factory.StartNew(
            () =>
            {
                int samples = 0;
                for (long last = 0; !stop.IsCancellationRequested; samples++)
                {
                    FlushResult status = test.Observer.Status;
                    Assert.True(status.Pending >= 0 && status.Exported >= 0, $"{status}");
                    Assert.True(status.Recorded >= last, $"{status} after {last}");
                    Assert.True(status.Recorded <= Interlocked.Read(ref made) + (Threads * 16), $"{status}, made {made}");
                    last = status.Recorded;
                }

                return samples;
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(seed => new Thread(() =>
        {
            Random random = new(seed);
            for (int i = 0; i < Runs; i++)
            {
                RunContext? late = null;
                test.Observer.Run("agent", run =>
                {
                    late = run;
                    Interlocked.Add(ref made, 2);
                    for (int record = random.Next(12); record > 0; record--)
                    {
                        run.SetTag("k", new string('x', random.Next(900)));
                        Interlocked.Increment(ref made);
                    }
                });
                if (random.Next(10) == 0)
                {
                    late!.SetTag("late", "x");
                    Interlocked.Increment(ref made);
                }
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        await stop.CancelAsync();
        Assert.True(await sampling > 0);
        FlushResult end = await test.Observer.FlushAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, end.Pending);
        Assert.True(end.Exported + end.DroppedByExporter > 0 && end.DroppedLate > 0, $"{end}");
        if (whenFull == WhenFull.Wait)
        {
            Assert.True(end.Exported > 0 && end.DroppedByExporter > 0 && end.DroppedBufferFull == 0, $"{end}");
        }

        // A run that found no room to begin has no end either: such records are not made.
        long unbegun = (Threads * Runs) - test.Memory.Runs.Count;
        Assert.Equal(Interlocked.Read(ref made) - unbegun, end.Recorded);
        await test.DisposeAsync();
        Assert.Equal(end, test.Observer.Status);
        Assert.Equal(0, test.Observer.Segments.BytesInUse);
    }

    [Fact]
    public async Task Runs_that_go_on_when_the_observer_ends_are_exported_as_unfinished()
    {
        TestObserver test = new();
        TaskCompletionSource go = new();
        Task run = test.Observer.RunAsync("agent", async run =>
        {
            run.SetTag("k", "v");
            await go.Task;
            run.SetTag("late", "x");
        });
        Task other = test.Observer.RunAsync("other", _ => go.Task);
        await test.DisposeAsync();
        Assert.Equal(["agent", "other"], test.Memory.Runs.Select(trace => trace.Agent).Order());
        Assert.All(test.Memory.Runs, trace => Assert.Equal(Outcome.Unfinished, trace.Outcome));
        Assert.All(test.Memory.Runs, trace => Assert.Null(trace.Duration));
        go.SetResult();
        await Task.WhenAll(run, other);
        Assert.Equal(new FlushResult(3, 0, 3, 0, 0), test.Observer.Status);
    }

    [Fact]
    public async Task Runs_flushes_and_ends_at_the_same_time_end_well()
    {
        for (int round = 0; round < 200; round++)
        {
            TestObserver test = new(options => options.PollInterval = TimeSpan.FromMilliseconds(1));
            using Barrier together = new(6);
            Task[] tasks =
            [
                .. Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(
                    () =>
                    {
                        together.SignalAndWait();
                        for (int i = 0; i < 20; i++)
                        {
                            test.Observer.Run("agent", run => run.SetTag("k", "v"));
                        }
                    },
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default)),
                Together(async () => await test.Observer.FlushAsync()),
                Together(async () => await test.Observer.DisposeAsync()),
                Together(async () => await test.Observer.DisposeAsync()),
            ];
            await Task.WhenAll(tasks);

            FlushResult status = test.Observer.Status;
            Assert.Equal(0, status.Pending);
            Assert.Equal(test.Memory.Runs.Sum(run => run.Tags.Count + (run.Outcome == Outcome.Ok ? 2 : 1)), status.Exported);
            Assert.Equal(0, test.Observer.Segments.BytesInUse);

            Task Together(Func<Task> body) => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    return body();
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap();
        }
    }

    [Fact]
    public async Task Whoever_ends_an_observer_second_waits_for_the_same_end()
    {
        TaskCompletionSource disposing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TestObserver test = new(options => options.Exporters.Add(new DelegatingExporter((_, _) => default, dispose: async () =>
        {
            disposing.SetResult();
            await released.Task;
        })));
        Task first = test.DisposeAsync().AsTask();
        await disposing.Task;
        Task second = test.DisposeAsync().AsTask();
        Assert.False(second.IsCompleted);
        released.SetResult();
        await Task.WhenAll(first, second);
    }
}
