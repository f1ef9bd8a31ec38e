using System.Runtime.CompilerServices;

namespace Observe.Tests.Exporting;

[Collection(ProcessWide.Name)]
public class LeakTests
{
    [Fact]
    public async Task Ten_thousand_observers_leave_no_thread_and_no_memory_behind()
    {
        await StartAndEndAsync(200);
        (int threads, long memory) = Measure();
        await StartAndEndAsync(10_000);
        (int threadsAfter, long memoryAfter) = Measure();
        Assert.InRange(threadsAfter - threads, int.MinValue, 20);
        Assert.InRange(memoryAfter - memory, long.MinValue, 60 * 1024 * 1024); // 10,000 forgotten segments would be 160 MB
    }

    [Fact]
    public async Task An_observer_that_has_ended_is_forgotten_by_the_process()
    {
        WeakReference observer = await StartAndForgetAsync();
        for (int i = 0; i < 10 && observer.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.False(observer.IsAlive);
    }

    [Fact]
    public async Task A_run_that_is_kept_does_not_keep_its_neighbours()
    {
        await using TestObserver test = new();
        (RunContext kept, WeakReference neighbour) = Overlap(test.Observer);
        await test.RunsAsync();
        for (int i = 0; i < 10 && neighbour.IsAlive; i++)
        {
            GC.Collect();
            await test.Observer.FlushAsync();
        }

        Assert.False(neighbour.IsAlive);
        GC.KeepAlive(kept);
    }

    [Fact]
    public async Task Two_hundred_thousand_runs_keep_the_memory_flat()
    {
        await using Observer observer = Observer.Create(options =>
        {
            options.WhenFull = WhenFull.Wait;
            options.MaxBufferBytes = 1024 * 1024;
            options.Exporters.Add(new DelegatingExporter((_, _) => default));
        });
        RunMany(observer, 20_000);
        await observer.FlushAsync(TimeSpan.FromMinutes(1));
        (_, long before) = Measure();
        RunMany(observer, 200_000);
        FlushResult end = await observer.FlushAsync(TimeSpan.FromMinutes(1));
        (_, long after) = Measure();
        Assert.Equal(220_000 * 5, end.Exported);
        Assert.True(end.IsComplete);
        Assert.Equal(0, observer.Segments.BytesInUse);
        Assert.InRange(after - before, long.MinValue, 30 * 1024 * 1024);
    }

    private static void RunMany(Observer observer, int count)
    {
        for (int i = 0; i < count; i++)
        {
            observer.Run("agent", static run =>
            {
                run.SetTag("k", "v");
                run.RecordStep("step", 1);
            });
        }
    }

    private static async Task StartAndEndAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await using Observer observer = Observer.Create(options => options.Exporters.Add(new InMemoryExporter()));
            observer.Run("agent", static run => run.SetTag("k", "v"));
        }
    }

    private static (int Threads, long Memory) Measure()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        using Process process = Process.GetCurrentProcess();
        return (process.Threads.Count, process.PrivateMemorySize64);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> StartAndForgetAsync()
    {
        Observer observer = Observer.Create(options => options.Exporters.Add(new InMemoryExporter()));
        observer.Run("agent", static _ => { });
        await observer.DisposeAsync();
        return new WeakReference(observer);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (RunContext Kept, WeakReference Neighbour) Overlap(Observer observer)
    {
        TaskCompletionSource first = new();
        TaskCompletionSource second = new();
        RunContext? kept = null;
        RunContext? neighbour = null;
        _ = observer.RunAsync("first", run =>
        {
            kept = run;
            return first.Task;
        });
        _ = observer.RunAsync("second", run =>
        {
            neighbour = run;
            return second.Task;
        });
        first.SetResult();
        second.SetResult();
        return (kept!, new WeakReference(neighbour!.Recorder));
    }
}
