namespace Observe.Tests.Policies.Delegations;

public class DelegationPolicyTests
{
    [Fact]
    public async Task A_root_run_is_no_delegate()
    {
        await using TestObserver test = With(new DelegationRules { BlockedDelegates = ["*"], MaxDelegationDepth = 0, RequireApproval = true });
        test.Observer.Run("a", _ => { });
        Assert.Equal("delegation depth is 1; at most 0 is allowed", Refusal(test, "b"));
    }

    [Fact]
    public async Task Blocked_delegates_do_not_begin_even_if_they_are_allowed()
    {
        await using TestObserver test = With(new DelegationRules { AllowedDelegates = ["crm-*", "mail"], BlockedDelegates = ["crm-admin"] });
        Assert.Null(Refusal(test, "crm-reader"));
        Assert.Equal("delegate \"crm-admin\" is blocked", Refusal(test, "crm-admin"));
        Assert.Equal("delegate \"shell\" is not among the allowed ones", Refusal(test, "shell"));
    }

    [Fact]
    public async Task A_delegate_at_the_depth_limit_runs_and_one_below_it_does_not()
    {
        await using TestObserver test = With(new DelegationRules { MaxDelegationDepth = 2 });
        test.Observer.Run("0", _ => test.Observer.Run("1", _ => test.Observer.Run("2", _ =>
        {
            PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => test.Observer.Run("3", _ => { }));
            Assert.Equal("delegation depth is 3; at most 2 is allowed", violation.Result.Reason);
        })));
    }

    [Fact]
    public async Task Delegates_side_by_side_are_counted_for_each_run()
    {
        await using TestObserver test = With(new DelegationRules { MaxConcurrentDelegates = 2 });
        TaskCompletionSource end = new();
        await test.Observer.RunAsync("a", async _ =>
        {
            Task first = test.Observer.RunAsync("b", _ => end.Task);
            Task second = test.Observer.RunAsync("b", _ => test.Observer.RunAsync("c", _ => end.Task)); // c is a delegate of b
            PolicyViolationException violation = await Assert.ThrowsAsync<PolicyViolationException>(() => test.Observer.RunAsync("b", _ => Task.CompletedTask));
            Assert.Equal("2 delegates of the run go on already; at most 2 are allowed", violation.Result.Reason);
            end.SetResult();
            await Task.WhenAll(first, second);
            await test.Observer.RunAsync("b", _ => Task.CompletedTask);
            await Assert.ThrowsAsync<InvalidOperationException>(() => test.Observer.RunAsync("b", _ => throw new InvalidOperationException()));
            await Assert.ThrowsAsync<InvalidOperationException>(() => test.Observer.RunAsync("b", _ => throw new InvalidOperationException()));
            await test.Observer.RunAsync("b", _ => Task.CompletedTask);
        });
    }

    [Fact]
    public async Task Approval_is_asked_for_with_what_a_handler_needs()
    {
        await using TestObserver test = With(new DelegationRules { RequireApproval = true });
        test.Observer.Run("a", _ =>
        {
            PolicyResult refusal = Assert.Throws<PolicyViolationException>(() => test.Observer.Run("mail", _ => { })).Result;
            Assert.Equal("delegate \"mail\" needs approval", refusal.Reason);
            Assert.Equal("mail", refusal.Metadata["action_type"]);
        });
    }

    [Fact]
    public async Task Delegations_that_were_reported_are_looked_at_and_warned_of()
    {
        await using TestObserver test = With(new DelegationRules { BlockedDelegates = ["shell"] });
        test.Observer.Run("a", run =>
        {
            run.RecordDelegation(new Delegation("mail"));
            Assert.True(run.CheckPolicy().Allowed);
            run.RecordDelegation(new Delegation("shell"));
            Assert.Equal("Block: delegate \"shell\" is blocked", run.CheckPolicy().ToString());
        });
        test.Observer.Run("b", _ => { });
        IReadOnlyList<RunTrace> runs = await test.RunsAsync();
        PolicyCheckTrace last = runs[0].PolicyChecks[^1];
        Assert.Equal(
            (PolicyAction.Warn, "2 delegations were only reported: no policy of this process guarded them"), (last.Action, last.Reason));
        Assert.All(runs[1].PolicyChecks, static check => Assert.Equal(PolicyAction.Allow, check.Action));
    }

    [Fact]
    public void A_file_says_the_same()
    {
        DelegationRules rules = DelegationRules.Read(PolicyRules.Parse(
            """
            {"max_delegation_depth": null, "allowed_delegates": ["a"], "blocked_delegates": ["b"], "inherit_policies": false,
             "require_approval": true, "max_concurrent_delegates": 2}
            """));
        Assert.Equal((null, false, true, 2), (rules.MaxDelegationDepth, rules.InheritPolicies, rules.RequireApproval, rules.MaxConcurrentDelegates));
        Assert.Equal(["a"], rules.AllowedDelegates);
        Assert.Equal(["b"], rules.BlockedDelegates);
        Assert.Equal(PolicyPoints.BeforeRun | PolicyPoints.Checkpoint, new DelegationPolicy(rules).Points);
        Assert.Throws<ArgumentException>(() => new DelegationPolicy(new DelegationRules { MaxConcurrentDelegates = 0 }));
        Assert.Throws<ArgumentException>(() => new DelegationPolicy(new DelegationRules { AllowedDelegates = [""] }));
    }

    private static TestObserver With(DelegationRules rules) => new(options => options.Policies.Add(new DelegationPolicy(rules)));

    /// <summary>Why a run may not give work to an agent; null when it may.</summary>
    private static string? Refusal(TestObserver test, string agent)
    {
        string? reason = null;
        test.Observer.Run("a", _ =>
        {
            try
            {
                test.Observer.Run(agent, _ => { });
            }
            catch (PolicyViolationException violation)
            {
                reason = violation.Result.Reason;
            }
        });
        return reason;
    }
}
