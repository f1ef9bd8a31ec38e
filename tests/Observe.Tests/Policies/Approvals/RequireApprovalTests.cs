using Observe.CompilerServices;

namespace Observe.Tests.Policies.Approvals;

public class RequireApprovalTests
{
    [Fact]
    public void Only_the_guarded_call_needs_approval()
    {
        IPolicy policy = DeclaredPolicies.RequireApproval("moves money", ["ann"], 5);
        PolicyContext guarded = Questions.Before(ScopeKind.ToolCall, "refund");
        guarded.IsGuardedCall = true;

        PolicyResult answer = policy.Evaluate(guarded);

        Assert.Equal(PolicyAction.Block, answer.Action);
        Assert.Equal("moves money", answer.Reason);
        Assert.Equal("ann", answer.Metadata["approvers"]);
        Assert.Equal("5", answer.Metadata["timeout_minutes"]);
        Assert.Equal("refund", answer.Metadata["action_type"]);
        Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.Before(ScopeKind.ToolCall, "inner")));
        Assert.Equal(("RequireApproval", "approval"), (policy.Name, policy.Category));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e300)]
    public void A_timeout_that_makes_no_sense_is_the_default(double minutes)
    {
        PolicyContext guarded = Questions.Before(ScopeKind.ToolCall, "refund");
        guarded.IsGuardedCall = true;

        Assert.Equal("30", DeclaredPolicies.RequireApproval(null, [], minutes).Evaluate(guarded).Metadata["timeout_minutes"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_real_call_runs_only_when_somebody_approves(bool approves)
    {
        AskedHandler handler = new(approves);
        await using TestObserver test = new(options => options.Policies.ApprovalHandler = handler);
        ScopeDescriptor refund = new(ScopeKind.ToolCall, "refund") { Policies = [DeclaredPolicies.RequireApproval("moves money", ["ann", "bob"], 5)] };
        ScopeDescriptor inner = new(ScopeKind.Step, "inner");
        bool ran = false;
        string Refund() => AttributedCalls.Call(refund, () => AttributedCalls.Call(inner, () =>
        {
            ran = true;
            return "done";
        }));

        test.Observer.Run("agent", _ =>
        {
            if (approves)
            {
                Assert.Equal("done", Refund());
            }
            else
            {
                Assert.Equal("RequireApproval", Assert.Throws<PolicyViolationException>(Refund).Result.PolicyName);
            }
        });

        Assert.Equal(approves, ran);
        ApprovalRequest request = Assert.Single(handler.Requests);
        Assert.Equal(("refund", "agent", ScopeKind.ToolCall), (request.Operation, request.Agent, request.Kind));
        Assert.Equal(["ann", "bob"], request.Approvers);
        Assert.Equal(TimeSpan.FromMinutes(5), request.Timeout);
        Assert.Equal("moves money", request.Result.Reason);
    }

    [Fact]
    public async Task Without_a_handler_a_real_call_is_blocked()
    {
        await using TestObserver test = new();
        ScopeDescriptor refund = new(ScopeKind.ToolCall, "refund") { Policies = [DeclaredPolicies.RequireApproval(null, [], 30)] };

        test.Observer.Run("agent", _ => Assert.Throws<PolicyViolationException>(() => AttributedCalls.Call(refund, () => "done")));
    }
}
