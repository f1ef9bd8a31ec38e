namespace Observe.Tests.Policies.Operations;

public class OperationsPolicyTests
{
    [Fact]
    public void A_run_that_takes_too_long_is_warned_of_and_never_stopped()
    {
        OperationsPolicy policy = new(new OperationsRules());
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(Ask.Checkpoint(new RunUsage { Elapsed = TimeSpan.FromSeconds(300) })).Action);
        Assert.Equal("Warn: 300.1 s of 300 s", policy.Evaluate(Ask.Checkpoint(new RunUsage { Elapsed = TimeSpan.FromSeconds(300.1) })).ToString());
        Assert.Equal(
            PolicyAction.Warn, policy.Evaluate(Ask.After(ScopeKind.Run, usage: new RunUsage { Elapsed = TimeSpan.FromDays(1) })).Action);
    }

    [Fact]
    public void The_time_is_at_least_a_second()
    {
        Assert.Equal(new OperationsRules { TimeoutSeconds = 1 }, OperationsRules.Read(PolicyRules.Parse("""{"timeout_seconds": 1}""")));
        Assert.Throws<PolicyFileException>(() => OperationsRules.Read(PolicyRules.Parse("""{"timeout_seconds": 0}""")));
        Assert.Throws<ArgumentException>(() => new OperationsPolicy(new OperationsRules { TimeoutSeconds = 0 }));
    }
}
