using Observe.Tests.Runs;

namespace Observe.Tests.Policies.Kill;

public class KillPolicyTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Too_many_failures_block_everything_until_the_time_is_over()
    {
        KillPolicy policy = new(new KillRules());
        End(policy, 5);
        Fail(policy, 4);
        Assert.Equal(PolicyAction.Allow, Before(policy).Action); // nine runs say nothing yet
        Fail(policy, 1);
        Assert.Equal("Block: 5 of 10 runs failed within 5 minutes", Before(policy).ToString());
        Assert.True(policy.IsTripped);
        _clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        Assert.Equal(PolicyAction.Block, Before(policy).Action);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(PolicyAction.Allow, Before(policy).Action);
        Fail(policy, 9);
        Assert.Equal(PolicyAction.Allow, Before(policy).Action); // the counts began anew
        Fail(policy, 1);
        Assert.Equal(PolicyAction.Block, Before(policy).Action);
    }

    [Fact]
    public void A_rate_below_the_limit_blocks_nothing()
    {
        KillPolicy policy = new(new KillRules { KillOnErrorRate = 0.5 });
        End(policy, 11);
        Fail(policy, 10);
        Assert.Equal(PolicyAction.Allow, Before(policy).Action);
    }

    [Fact]
    public void Failures_leave_the_window()
    {
        KillPolicy policy = new(new KillRules());
        Fail(policy, 9);
        _clock.Advance(TimeSpan.FromMinutes(5));
        Fail(policy, 1);
        Assert.Equal(PolicyAction.Allow, Before(policy).Action);
        Fail(policy, 8);
        _clock.Advance(TimeSpan.FromMinutes(4));
        Fail(policy, 1);
        Assert.Equal("Block: 10 of 10 runs failed within 5 minutes", Before(policy).ToString());
    }

    [Fact]
    public void Cancelled_runs_and_those_that_a_policy_stopped_are_not_counted()
    {
        KillPolicy policy = new(new KillRules { MinSamples = 1 });
        policy.Evaluate(Ended(new OperationCanceledException()));
        policy.Evaluate(Ended(new PolicyViolationException(PolicyResult.Block("no"))));
        Assert.Equal(PolicyAction.Allow, Before(policy).Action);
        Fail(policy, 1);
        Assert.Equal(PolicyAction.Block, Before(policy).Action);
    }

    [Fact]
    public void Somebody_may_stop_everything_and_let_it_go_on()
    {
        KillPolicy policy = new(new KillRules { Enabled = false });
        Assert.Equal(PolicyPoints.BeforeRun, policy.Points);
        policy.Trip("the database is on fire");
        _clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal("Block: the database is on fire", Before(policy).ToString());
        policy.Reset();
        Assert.Equal(PolicyAction.Allow, Before(policy).Action);
    }

    [Fact]
    public void Without_recovery_only_a_reset_lets_runs_in()
    {
        KillPolicy policy = new(new KillRules { MinSamples = 1, AutoRecoverAfterMinutes = null });
        Fail(policy, 1);
        _clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal(PolicyAction.Block, Before(policy).Action);
        policy.Reset();
        Assert.Equal(PolicyAction.Allow, Before(policy).Action);
    }

    [Fact]
    public void Runs_that_end_while_everything_is_blocked_change_nothing()
    {
        KillPolicy policy = new(new KillRules { MinSamples = 2 });
        Fail(policy, 2);
        Fail(policy, 100);
        _clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(PolicyAction.Allow, Before(policy).Action);
        End(policy, 2);
        Assert.Equal(PolicyAction.Allow, Before(policy).Action);
    }

    [Fact]
    public void A_clock_that_is_set_back_breaks_nothing()
    {
        KillPolicy policy = new(new KillRules());
        _clock.Advance(TimeSpan.FromHours(1));
        Fail(policy, 5);
        _clock.Advance(TimeSpan.FromHours(-1));
        Fail(policy, 5);
        Assert.Equal(PolicyAction.Block, Before(policy).Action);
    }

    [Fact]
    public void A_file_says_the_same()
    {
        Assert.Equal(new KillRules(), KillRules.Read(PolicyRules.Parse("{}")));
        Assert.Equal(
            new KillRules { Enabled = false, Tripped = true, KillOnErrorRate = 0.25, ErrorWindowMinutes = 1, MinSamples = 2, AutoRecoverAfterMinutes = null },
            KillRules.Read(PolicyRules.Parse(
                """
                {"enabled": false, "tripped": true, "kill_on_error_rate": 0.25, "error_window_minutes": 1, "min_samples": 2,
                 "auto_recover_after_minutes": null}
                """)));
        Assert.Throws<PolicyFileException>(() => KillRules.Read(PolicyRules.Parse("""{"kill_on_error_rate": 0}""")));
        Assert.Throws<PolicyFileException>(() => KillRules.Read(PolicyRules.Parse("""{"kill_on_error_rate": null}""")));
        Assert.Throws<ArgumentException>(() => new KillPolicy(new KillRules { KillOnErrorRate = double.NaN }));
    }

    [Fact]
    public void A_tripped_switch_blocks_from_the_beginning() =>
        Assert.Equal("Block: the kill switch is on", Before(new KillPolicy(new KillRules { Tripped = true })).ToString());

    private PolicyResult Before(KillPolicy policy) => policy.Evaluate(Ask.Run(_clock));

    private PolicyContext Ended(Exception? error)
    {
        PolicyContext context = Ask.After(ScopeKind.Run, error: error);
        context.TimeProvider = _clock;
        return context;
    }

    private void End(KillPolicy policy, int times)
    {
        for (int i = 0; i < times; i++)
        {
            policy.Evaluate(Ended(null));
        }
    }

    private void Fail(KillPolicy policy, int times)
    {
        for (int i = 0; i < times; i++)
        {
            policy.Evaluate(Ended(new InvalidOperationException()));
        }
    }
}
