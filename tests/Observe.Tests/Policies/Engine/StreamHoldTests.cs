using System.Runtime.CompilerServices;
using Observe.CompilerServices;

namespace Observe.Tests.Policies.Engine;

/// <summary>What policies hold for streams that are left, failed, or read again.</summary>
public class StreamHoldTests
{
    private static readonly ScopeDescriptor s_stream = new(ScopeKind.ToolCall, "held stream");

    private static readonly ScopeDescriptor s_agent = new(ScopeKind.Run, "held agent");

    [Fact]
    public async Task A_stream_that_nobody_reads_gives_back_at_the_end_of_its_run()
    {
        CountedHolds holds = new();
        await using TestObserver test = new(options => options.Policies.Add(holds.Policy(PolicyPoints.BeforeToolCall)));
        IEnumerable<int>? kept = null;
        test.Observer.Run("agent", _ =>
        {
            kept = EngineCall.Stream(s_stream, Numbers);
            Assert.Equal(1, holds.Open);
        });
        holds.AssertAllReleased(taken: 1);
        Assert.Equal([1, 2], kept!);
        holds.AssertAllReleased(taken: 1);
        Assert.Equal([1, 2], kept!);
        Assert.Equal((0, 0), (holds.Open, holds.Twice));
    }

    [Fact]
    public async Task A_stream_that_is_collected_gives_back_while_its_run_goes_on()
    {
        CountedHolds holds = new();
        await using TestObserver test = new(options => options.Policies.Add(holds.Policy(PolicyPoints.BeforeToolCall)));
        await test.Observer.RunAsync("agent", async _ =>
        {
            Abandon();
            while (holds.Open > 0)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                await Task.Yield();
            }
        });
        holds.AssertAllReleased(taken: 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_reading_of_a_stream_holds_for_itself(bool isRun)
    {
        CountedHolds holds = new();
        AnswerPolicy after = new("after", PolicyPoints.AfterToolCall | PolicyPoints.AfterRun, _ => PolicyResult.Allow);
        await using TestObserver test = new(options => options.Policies
            .Add(holds.Policy(PolicyPoints.BeforeToolCall | PolicyPoints.BeforeRun), agents: isRun ? ["held agent"] : [])
            .Add(after, agents: isRun ? ["held agent"] : []));
        test.Observer.Run("agent", _ =>
        {
            int others = holds.Taken;
            IEnumerable<int> stream = EngineCall.Stream(isRun ? s_agent : s_stream, Numbers);
            using (IEnumerator<int> first = stream.GetEnumerator())
            using (IEnumerator<int> second = stream.GetEnumerator())
            {
                Assert.Equal(others + 2, holds.Open);
                Assert.True(first.MoveNext());
                Assert.True(second.MoveNext());
            }

            Assert.Equal(others, holds.Open);
            Assert.Equal(2, after.Asked);
        });
        Assert.Equal((0, 0), (holds.Open, holds.Twice));
        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        Assert.Equal(isRun ? 3 : 1, runs.Count);
        Assert.Equal(2, isRun
            ? runs.Count(run => run.PolicyChecks.Any(check => check.Policy == "after"))
            : runs[0].Scopes.Count(scope => scope.PolicyChecks.Any(check => check.Policy == "after")));
    }

    [Fact]
    public async Task A_reading_that_is_refused_gives_back_what_other_policies_held_for_it()
    {
        CountedHolds holds = new();
        int asked = 0;
        await using TestObserver test = new(options => options.Policies
            .Add(holds.Policy(PolicyPoints.BeforeToolCall))
            .Add(new AnswerPolicy("once", PolicyPoints.BeforeToolCall, _ => ++asked > 1 ? PolicyResult.Skip("once") : PolicyResult.Allow)));
        test.Observer.Run("agent", _ =>
        {
            IEnumerable<int> stream = EngineCall.Stream(s_stream, Numbers);
            Assert.Equal([1, 2], stream);
            Assert.Throws<PolicyViolationException>(() => stream.GetEnumerator());
            holds.AssertAllReleased(taken: 2);
        });
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal((Outcome.Ok, Outcome.Ok, Outcome.Blocked), (run.Outcome, run.Scopes[0].Outcome, run.Scopes[1].Outcome));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon() => EngineCall.Stream(s_stream, Numbers);

    private static IEnumerable<int> Numbers()
    {
        yield return 1;
        yield return 2;
    }
}
