using Observe.CompilerServices;

namespace Observe.Tests.Runs;

[Collection(ProcessWide.Name)]
public class ProcessObserverTests
{
    private static readonly ScopeDescriptor s_run = new(ScopeKind.Run, "attributed");

    [Fact]
    public async Task The_observer_of_the_process_records_where_no_other_is_current()
    {
        InMemoryExporter memory = new();
        await using TestObserver other = new();
        Assert.False(ObservedCall.TryBeginRun(s_run, default, out _));
        await using (Observer observer = Observer.Start(options => options.Exporters.Add(memory)))
        {
            Assert.Same(observer, Observer.Default);
            CallRun();
            using (other.Observer.Activate())
            {
                CallRun();
            }

            await observer.FlushAsync();
        }

        Assert.Null(Observer.Default);
        Assert.False(ObservedCall.TryBeginRun(s_run, default, out _));
        Assert.Single(memory.Runs);
        Assert.Single(await other.RunsAsync());
    }

    [Fact]
    public async Task A_second_observer_of_the_process_is_refused_and_the_first_goes_on()
    {
        bool disposed = false;
        InMemoryExporter memory = new();
        await using Observer first = Observer.Start(options => options.Exporters.Add(memory));
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Observer.Start(options => options.Exporters.Add(
            new DelegatingExporter((_, _) => default, dispose: () =>
            {
                disposed = true;
                return default;
            }))));
        Assert.Contains("Observer.Create", exception.Message, StringComparison.Ordinal);
        Assert.True(disposed);
        Assert.Same(first, Observer.Default);
        CallRun();
        await first.FlushAsync();
        Assert.Single(memory.Runs);
    }

    [Fact]
    public async Task The_next_observer_can_start_when_the_first_has_ended()
    {
        for (int i = 0; i < 3; i++)
        {
            await using Observer observer = Observer.Start(options => options.Exporters.Add(new InMemoryExporter()));
            Assert.Same(observer, Observer.Default);
        }
    }

    [Fact]
    public void The_gate_is_open_as_long_as_any_observer_lives()
    {
        Assert.False(ObserverGate.IsOpen);
        Thread[] threads = new Thread[4];
        int shut = 0;
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                for (int round = 0; round < 100_000; round++)
                {
                    ObserverGate.Open();
                    Thread.SpinWait(round % 20);
                    if (!ObserverGate.IsOpen)
                    {
                        Interlocked.Increment(ref shut);
                    }

                    ObserverGate.Close();
                }
            });
        }

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(0, shut);
        Assert.False(ObserverGate.IsOpen);
    }

    private static void CallRun()
    {
        Assert.True(ObservedCall.TryBeginRun(s_run, default, out ObservedCall call));
        call.Enter();
        call.Exit();
    }
}
