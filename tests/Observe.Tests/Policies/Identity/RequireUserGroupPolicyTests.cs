using Observe.CompilerServices;

namespace Observe.Tests.Policies.Identity;

public class RequireUserGroupPolicyTests
{
    [Fact]
    public void A_run_without_group_is_blocked()
    {
        RequireUserGroupPolicy policy = new(["admins", "support"]);
        Assert.Equal(
            "Block: needs a user of group admins or support; the run has no user group",
            policy.Evaluate(Ask.Before(ScopeKind.Run)).ToString());
    }

    [Fact]
    public void A_declared_one_looks_only_at_the_call_of_its_method()
    {
        IPolicy policy = DeclaredPolicies.RequireUserGroup("admins");
        Assert.Equal(("RequireUserGroup", PolicyPoints.BeforeRun | PolicyPoints.BeforeScope), (policy.Name, policy.Points));
        PolicyContext context = Ask.Before(ScopeKind.ToolCall);
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(context).Action);
        context.IsGuardedCall = true;
        Assert.Equal(PolicyAction.Block, policy.Evaluate(context).Action);
    }

    [Fact]
    public void Groups_must_have_names()
    {
        Assert.Throws<ArgumentException>(() => new RequireUserGroupPolicy([]));
        Assert.Throws<ArgumentException>(() => new RequireUserGroupPolicy([""]));
        Assert.Throws<ArgumentException>(() => DeclaredPolicies.RequireUserGroup(" "));
    }
}
