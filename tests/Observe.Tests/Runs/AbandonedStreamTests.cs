using System.Runtime.CompilerServices;
using Observe.CompilerServices;

namespace Observe.Tests.Runs;

public class AbandonedStreamTests
{
    private static readonly ScopeDescriptor s_stream = new(ScopeKind.Step, "stream");

    [Fact]
    public async Task A_stream_that_nobody_reads_gets_an_end_while_its_run_goes_on()
    {
        await using TestObserver test = new();
        await test.Observer.RunAsync("agent", async _ =>
        {
            Begin();
            while (test.Observer.Status.Recorded < 3)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                await Task.Yield();
            }
        });
        ScopeTrace scope = Assert.Single(Assert.Single(await test.RunsAsync()).Scopes);
        Assert.Equal(Outcome.Unfinished, scope.Outcome);
        Assert.False(scope.Completed);
        Assert.Equal(0, scope.Items);
    }

    [Fact]
    public async Task A_stream_that_outlives_its_run_records_nothing_more()
    {
        await using TestObserver test = new();
        IEnumerable<int> kept = [];
        test.Observer.Run("agent", _ => kept = Begin());
        Assert.Equal([1, 2], kept);
        ScopeTrace scope = Assert.Single(Assert.Single(await test.RunsAsync()).Scopes);
        Assert.Equal(Outcome.Unfinished, scope.Outcome);
        Assert.Null(scope.Items);
        Assert.True(test.Observer.Status.DroppedLate > 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IEnumerable<int> Begin()
    {
        Assert.True(ObservedCall.TryBeginScope(s_stream, out ObservedCall call));
        call.Enter();
        call.Leave();
        return call.Complete(Numbers(), static (writer, value) => writer.Write(value));
    }

    private static IEnumerable<int> Numbers()
    {
        yield return 1;
        yield return 2;
    }
}
