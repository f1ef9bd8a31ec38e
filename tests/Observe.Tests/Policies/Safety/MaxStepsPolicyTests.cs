using Observe.CompilerServices;

namespace Observe.Tests.Policies.Safety;

public class MaxStepsPolicyTests
{
    [Fact]
    public void The_step_beyond_the_limit_is_blocked()
    {
        IPolicy policy = DeclaredPolicies.MaxSteps(2);
        Assert.Equal("MaxSteps", policy.Name);
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(Ask.Before(ScopeKind.Step, usage: new RunUsage { Steps = 1 })).Action);
        Assert.Equal("Block: 3 of 2 steps", policy.Evaluate(Ask.Before(ScopeKind.Step, usage: new RunUsage { Steps = 2 })).ToString());
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(Ask.Checkpoint(new RunUsage { Steps = 2 })).Action);
        Assert.Equal(PolicyAction.Block, policy.Evaluate(Ask.Checkpoint(new RunUsage { Steps = 3 })).Action);
    }

    [Fact]
    public void No_step_at_all_is_a_limit_too_and_less_is_none()
    {
        Assert.Equal(PolicyAction.Block, new MaxStepsPolicy(0).Evaluate(Ask.Before(ScopeKind.Step)).Action);
        Assert.Throws<ArgumentException>(() => new MaxStepsPolicy(-1));
    }
}
