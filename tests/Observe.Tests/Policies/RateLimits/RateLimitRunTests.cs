using Observe.CompilerServices;
using Observe.Tests.Runs;

namespace Observe.Tests.Policies.RateLimits;

public class RateLimitRunTests
{
    private static readonly RateLimitRules s_none = new() { MaxPerMinute = null, MaxPerHour = null, MaxConcurrent = null };

    [Fact]
    public async Task Each_agent_and_workflow_has_its_own_limit()
    {
        await using TestObserver test = With(s_none with { MaxPerDay = 1 });
        test.Observer.Run("a", _ => { });
        test.Observer.Run("b", _ => { });
        test.Observer.Run("a", _ => { }, new RunOptions { Workflow = "other" });
        PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => test.Observer.Run("a", _ => { }));
        Assert.Equal(PolicyAction.Throttle, violation.Result.Action);
        Assert.Equal("rate-limit", violation.Result.PolicyName);
        Assert.NotNull(violation.Result.RetryAfter);
    }

    [Fact]
    public async Task Each_user_has_its_own_limit_and_runs_without_user_share_one()
    {
        await using TestObserver test = With(s_none with { MaxPerDay = 1, Per = RateLimitKey.User });
        test.Observer.Run("a", _ => { }, new RunOptions { UserId = "u1" });
        test.Observer.Run("b", _ => { }, new RunOptions { UserId = "u2" });
        test.Observer.Run("a", _ => { });
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("b", _ => { }));
        Assert.Throws<PolicyViolationException>(() => test.Observer.Run("b", _ => { }, new RunOptions { UserId = "u1" }));
    }

    [Fact]
    public async Task A_slot_comes_back_when_the_run_returns_fails_is_cancelled_or_is_blocked_by_somebody_else()
    {
        await using TestObserver test = new(options => options.Policies
            .Add(new RateLimitPolicy(s_none with { MaxConcurrent = 1, OnExceed = PolicyAction.Block }))
            .Add(new AnswerPolicy("gate", PolicyPoints.BeforeRun, context =>
                context.Run.Workflow == "closed" ? PolicyResult.Block("closed") : PolicyResult.Allow)));
        for (int i = 0; i < 3; i++)
        {
            await test.Observer.RunAsync("a", _ => Task.CompletedTask);
            await Assert.ThrowsAsync<InvalidOperationException>(() => test.Observer.RunAsync("a", _ => throw new InvalidOperationException()));
            await Assert.ThrowsAsync<OperationCanceledException>(() => test.Observer.RunAsync("a", async _ =>
            {
                await Task.Yield();
                throw new OperationCanceledException();
            }));
            PolicyViolationException closed = Assert.Throws<PolicyViolationException>(
                () => test.Observer.Run("a", _ => { }, new RunOptions { Workflow = "closed" }));
            Assert.Equal("gate", closed.Result.PolicyName);
        }
    }

    [Fact]
    public async Task Runs_side_by_side_share_the_slots()
    {
        await using TestObserver test = With(s_none with { MaxConcurrent = 2 });
        TaskCompletionSource end = new();
        Task first = test.Observer.RunAsync("a", _ => end.Task);
        Task second = test.Observer.RunAsync("a", _ => end.Task);
        PolicyViolationException violation = await Assert.ThrowsAsync<PolicyViolationException>(() => test.Observer.RunAsync("a", _ => Task.CompletedTask));
        Assert.Equal("3 of 2 calls at once", violation.Result.Reason);
        end.SetResult();
        await Task.WhenAll(first, second);
        await test.Observer.RunAsync("a", _ => Task.CompletedTask);
    }

    [Fact]
    public async Task A_declared_limit_counts_its_method_and_nothing_inside()
    {
        await using TestObserver test = new(static options => options.TimeProvider = new ManualClock());
        ScopeDescriptor inner = new(ScopeKind.ToolCall, "inner");
        ScopeDescriptor tool = new(ScopeKind.ToolCall, "refund")
        {
            Policies = [DeclaredPolicies.RateLimit("RefundAsync", 2, 0, 0, 0, PolicyAction.Throttle)],
        };
        test.Observer.Run("agent", _ =>
        {
            for (int i = 0; i < 2; i++)
            {
                ObservedMethod.CallScope(tool, () =>
                {
                    ObservedMethod.CallScope(inner, () => { });
                    ObservedMethod.CallScope(inner, () => { });
                });
            }

            PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => ObservedMethod.CallScope(tool, () => { }));
            Assert.Equal(("RateLimit", "3 of 2 calls in this minute"), (violation.Result.PolicyName, violation.Result.Reason));
        });
    }

    // The clock stands still: no minute and no day may end in the middle of a test.
    private static TestObserver With(RateLimitRules rules) => new(options =>
    {
        options.TimeProvider = new ManualClock();
        options.Policies.Add(new RateLimitPolicy(rules));
    });
}
