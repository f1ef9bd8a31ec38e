using Observe.CompilerServices;

namespace Observe.Tests.Policies.Engine;

/// <summary>What a policy sees of what was used before the call that it is asked about.</summary>
public class UsageTests
{
    [Fact]
    public async Task A_policy_of_a_method_sees_nothing_used_when_its_call_begins()
    {
        List<int> seen = [];
        AnswerPolicy policy = new("own", PolicyPoints.BeforeToolCall, context =>
        {
            seen.Add(context.Usage.ToolCalls);
            return PolicyResult.Allow;
        });
        ScopeDescriptor guarded = new(ScopeKind.ToolCall, "guarded") { Policies = [policy] };
        ScopeDescriptor inner = new(ScopeKind.ToolCall, "inner");
        await using TestObserver test = new();
        test.Observer.Run("agent", _ =>
        {
            for (int i = 0; i < 2; i++)
            {
                EngineCall.Sync(guarded, "x", text => EngineCall.Sync(inner, text, t => t + EngineCall.Sync(inner, t, u => u, write: null), write: null), write: null);
            }

            EngineCall.Sync(guarded, "x", text => EngineCall.Sync(guarded, text, t => t, write: null), write: null);
        });
        Assert.Equal([0, 0, 1, 0, 0, 1, 0, 0], seen);
    }

    [Fact]
    public async Task Reading_a_stream_again_counts_as_one_more_call_and_not_two()
    {
        List<int> seen = [];
        await using TestObserver test = new(options => options.Policies.Add(new AnswerPolicy("count", PolicyPoints.BeforeToolCall, context =>
        {
            seen.Add(context.Usage.ToolCalls);
            return PolicyResult.Allow;
        })));
        ScopeDescriptor stream = new(ScopeKind.ToolCall, "stream");
        test.Observer.Run("agent", run =>
        {
            IEnumerable<int> numbers = EngineCall.Stream(stream, Numbers);
            Assert.Equal([1, 2], numbers);
            Assert.Equal([1, 2], numbers);
            Assert.Equal([1, 2], numbers);
            Assert.Equal(3, run.Usage.ToolCalls);
        });
        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public async Task Reading_a_stream_again_counts_for_the_guarded_method_around_it()
    {
        List<int> seen = [];
        AnswerPolicy policy = new("own", PolicyPoints.BeforeToolCall, context =>
        {
            seen.Add(context.Usage.ToolCalls);
            return PolicyResult.Allow;
        });
        ScopeDescriptor guarded = new(ScopeKind.Step, "guarded") { Policies = [policy] };
        ScopeDescriptor stream = new(ScopeKind.ToolCall, "stream");
        await using TestObserver test = new();
        test.Observer.Run("agent", _ => EngineCall.Sync(
            guarded,
            "x",
            text =>
            {
                IEnumerable<int> numbers = EngineCall.Stream(stream, Numbers);
                Assert.Equal([1, 2], numbers);
                Assert.Equal([1, 2], numbers);
                return text;
            },
            write: null));
        Assert.Equal([0, 1], seen);
    }

    [Fact]
    public async Task Reading_a_step_again_is_a_checkpoint_too()
    {
        int asked = 0;
        await using TestObserver test = new(options =>
        {
            options.Policies.MidExecutionGovernance = true;
            options.Policies.Add(new AnswerPolicy("check", PolicyPoints.Checkpoint, _ => ++asked > 1 ? PolicyResult.Block("once") : PolicyResult.Allow));
        });
        ScopeDescriptor stream = new(ScopeKind.Step, "stream");
        test.Observer.Run("agent", _ =>
        {
            IEnumerable<int> numbers = EngineCall.Stream(stream, Numbers);
            Assert.Equal([1, 2], numbers);
            Assert.Throws<PolicyViolationException>(() => numbers.GetEnumerator());
        });
        Assert.Equal([Outcome.Ok, Outcome.Blocked], Assert.Single(await test.RunsAsync()).Scopes.Select(scope => scope.Outcome));
    }

    [Fact]
    public async Task Policies_after_a_stream_are_told_of_every_reading()
    {
        AnswerPolicy after = new("after", PolicyPoints.AfterToolCall | PolicyPoints.AfterRun, _ => PolicyResult.Warn("seen"));
        await using TestObserver test = new(options => options.Policies.Add(after));
        ScopeDescriptor stream = new(ScopeKind.ToolCall, "stream");
        test.Observer.Run("agent", _ =>
        {
            IEnumerable<int> numbers = EngineCall.Stream(stream, Numbers);
            Assert.Equal([1, 2], numbers);
            Assert.Equal([1, 2], numbers);
            Assert.Equal(2, after.Asked);
        });
        Assert.All(Assert.Single(await test.RunsAsync()).Scopes, scope => Assert.Single(scope.PolicyChecks));
    }

    private static IEnumerable<int> Numbers()
    {
        yield return 1;
        yield return 2;
    }
}
