namespace Observe.Tests.Recording;

public class FullBufferTests
{
    [Fact]
    public async Task A_run_that_is_full_counts_what_it_drops()
    {
        RunTrace? trace = null;
        await using (TestObserver test = new(options => options.MaxBufferBytes = options.SegmentBytes = 2048))
        {
            test.Observer.Run("agent", run =>
            {
                for (int i = 0; i < 100; i++)
                {
                    run.SetTag($"k{i}", new string('x', 80));
                }
            });
            trace = Assert.Single(await test.RunsAsync());
            FlushResult status = test.Observer.Status;
            Assert.Equal(102, status.Recorded);
            Assert.Equal(trace.Tags.Count + 1, status.Exported - (trace.Outcome == Outcome.Ok ? 1 : 0));
            Assert.Equal(trace.DroppedRecords, status.DroppedBufferFull);
            Assert.Equal(status.Recorded, status.Exported + status.DroppedBufferFull);
            Assert.InRange(trace.Tags.Count, 10, 25);
        }
    }

    [Fact]
    public async Task A_run_that_finds_no_room_to_begin_runs_all_the_same_and_is_counted_as_dropped()
    {
        await using TestObserver test = new(options => options.MaxBufferBytes = options.SegmentBytes = 1024);
        bool ran = false;
        test.Observer.Run("first", _ => test.Observer.Run("second", run =>
        {
            ran = true;
            run.SetTag("a", "b");
            Assert.False(run.IsRecording);
        }));
        Assert.True(ran);
        Assert.Equal("first", Assert.Single(await test.RunsAsync()).Agent);
        Assert.Equal(2, test.Observer.Status.DroppedBufferFull);
        Assert.Equal(0, test.Observer.Status.DroppedLate);
    }

    [Fact]
    public async Task A_thread_that_waits_for_room_goes_on_when_an_exporter_makes_it()
    {
        TaskCompletionSource open = new();
        await using TestObserver test = new(options =>
        {
            options.MaxBufferBytes = options.SegmentBytes = 1024;
            options.WhenFull = WhenFull.Wait;
            options.WaitTimeout = TimeSpan.FromMinutes(10);
            options.Exporters.Add(new DelegatingExporter((_, _) => new ValueTask(open.Task)));
        });
        test.Observer.Run("first", _ => { });
        Task second = Task.Run(() => test.Observer.Run("second", run => run.SetTag("a", "b")));
        Assert.False(second.IsCompleted);
        open.SetResult();
        await second;
        Assert.Equal(["first", "second"], (await test.RunsAsync()).Select(run => run.Agent));
        Assert.Equal(0, test.Observer.Status.Dropped);
    }

    [Fact]
    public async Task A_wait_that_takes_too_long_counts_as_dropped()
    {
        await using TestObserver test = new(options =>
        {
            options.MaxBufferBytes = options.SegmentBytes = 1024;
            options.WhenFull = WhenFull.Wait;
            options.WaitTimeout = TimeSpan.FromMilliseconds(20);
        });
        test.Observer.Run("agent", run => run.SetTag("k", new string('x', 2000)));
        Assert.Equal(1, Assert.Single(await test.RunsAsync()).DroppedRecords);
        Assert.Equal(1, test.Observer.Status.DroppedBufferFull);
    }

    [Fact]
    public async Task Threads_that_wait_for_room_lose_nothing()
    {
        await using TestObserver test = new(options =>
        {
            options.MaxBufferBytes = 16 * 1024;
            options.SegmentBytes = 1024;
            options.WhenFull = WhenFull.Wait;
            options.WaitTimeout = TimeSpan.FromMinutes(10);
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 2_000; i++)
            {
                test.Observer.Run("agent", run => run.SetTag("k", "v"));
            }
        })));
        Assert.Equal(8_000, (await test.RunsAsync()).Count);
        Assert.Equal(0, test.Observer.Status.Dropped);
        Assert.Equal(24_000, test.Observer.Status.Exported);
    }

    [Fact]
    public async Task Records_behind_the_end_of_their_run_count_as_late_and_change_nothing()
    {
        await using TestObserver test = new();
        RunContext? kept = null;
        test.Observer.Run("agent", run => kept = run);
        kept!.SetTag("a", "b");
        kept.RecordStep("late");
        kept.SetResult(1);
        Assert.False(kept.IsRecording);
        RunTrace trace = Assert.Single(await test.RunsAsync());
        Assert.Empty(trace.Tags);
        Assert.Empty(trace.Scopes);
        Assert.Equal(3, test.Observer.Status.DroppedLate);
        Assert.Equal(5, test.Observer.Status.Recorded);
    }

    [Fact]
    public async Task A_run_that_is_ended_while_it_waits_for_room_does_not_wait_on()
    {
        RunContext? context = null;
        TaskCompletionSource full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TestObserver test = new(options =>
        {
            options.MaxBufferBytes = options.SegmentBytes = 1024;
            options.WhenFull = WhenFull.Wait;
            options.WaitTimeout = TimeSpan.FromHours(20);
            options.ShutdownTimeout = TimeSpan.FromSeconds(5);
        });
        Task waiting = Task.Run(() => test.Observer.Run("agent", run =>
        {
            context = run;
            full.SetResult();
            run.SetTag("k", new string('x', 2000));
        }));
        await full.Task;
        await test.DisposeAsync();
        await waiting;
        Assert.False(context!.IsRecording);
        Assert.Equal(Outcome.Unfinished, Assert.Single(test.Memory.Runs).Outcome);
    }
}
