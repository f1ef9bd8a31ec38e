using Observe.CompilerServices;
using Observe.Tests.Runs;

namespace Observe.Tests.Policies.RateLimits;

public class RateLimitPolicyTests
{
    private static readonly RateLimitRules s_none = new() { MaxPerMinute = null, MaxPerHour = null, MaxConcurrent = null };

    private readonly ManualClock _clock = new();

    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        RateLimitRules rules = new();
        Assert.Equal((10, 100, null, 5, null, 10), (rules.MaxPerMinute, rules.MaxPerHour, rules.MaxPerDay, rules.MaxConcurrent, rules.BurstLimit, rules.BurstWindowSeconds));
    }

    [Fact]
    public void A_minute_admits_its_limit_and_says_when_to_come_back()
    {
        RateLimitPolicy policy = new(s_none with { MaxPerMinute = 10 });
        Assert.Equal(10, Admitted(policy, 10));
        PolicyResult refusal = policy.Evaluate(Ask.Run(_clock));
        Assert.Equal(PolicyAction.Throttle, refusal.Action);
        Assert.Equal("11 of 10 calls in this minute", refusal.Reason);
        Assert.Equal(TimeSpan.FromSeconds(53), refusal.RetryAfter); // the clock stands at 05:06:07

        _clock.Advance(TimeSpan.FromSeconds(52));
        Assert.Equal(0, Admitted(policy, 3));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(10, Admitted(policy, 20));
    }

    [Fact]
    public void An_hour_and_a_day_are_those_of_the_clock()
    {
        RateLimitPolicy hourly = new(s_none with { MaxPerHour = 2 });
        RateLimitPolicy daily = new(s_none with { MaxPerDay = 2, OnExceed = PolicyAction.Block });
        Assert.Equal((2, 2), (Admitted(hourly, 3), Admitted(daily, 3)));
        Assert.Equal("3 of 2 calls in this day (UTC)", daily.Evaluate(Ask.Run(_clock)).Reason);
        _clock.Advance(new TimeSpan(0, 53, 53)); // 06:00:00
        Assert.Equal((2, 0), (Admitted(hourly, 3), Admitted(daily, 3)));
        _clock.Advance(TimeSpan.FromHours(18)); // midnight
        Assert.Equal((2, 2), (Admitted(hourly, 3), Admitted(daily, 3)));
    }

    [Fact]
    public void A_refused_call_is_counted_in_no_window()
    {
        RateLimitPolicy policy = new(s_none with { MaxPerMinute = 1, MaxPerHour = 3 });
        Assert.Equal(1, Admitted(policy, 50));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Admitted(policy, 50));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Admitted(policy, 50));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("4 of 3 calls in this hour", policy.Evaluate(Ask.Run(_clock)).Reason);
    }

    [Fact]
    public void A_burst_is_looked_at_from_each_call_back()
    {
        RateLimitPolicy policy = new(s_none with { BurstLimit = 3, BurstWindowSeconds = 10 });
        Assert.Equal(1, Admitted(policy, 1));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(2, Admitted(policy, 5));
        PolicyResult refusal = policy.Evaluate(Ask.Run(_clock));
        Assert.Equal("4 of 3 calls within 10 s", refusal.Reason);
        Assert.Equal(TimeSpan.FromSeconds(4), refusal.RetryAfter);
        _clock.Advance(TimeSpan.FromSeconds(4)); // the first call is ten seconds old
        Assert.Equal(1, Admitted(policy, 5));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(2, Admitted(policy, 5));
    }

    [Fact]
    public void A_slot_is_free_again_when_it_is_released()
    {
        CollectedHolds holds = new();
        RateLimitPolicy policy = new(s_none with { MaxConcurrent = 2 });
        Assert.Equal(2, Admitted(policy, 5, holds));
        PolicyResult refusal = policy.Evaluate(Ask.Run(_clock, holds));
        Assert.Equal("3 of 2 calls at once", refusal.Reason);
        Assert.Null(refusal.RetryAfter);
        Assert.Equal(2, holds.Count);
        holds.ReleaseOne();
        Assert.Equal(1, Admitted(policy, 5, holds));
    }

    [Fact]
    public void With_warn_calls_go_on_and_are_counted()
    {
        CollectedHolds holds = new();
        RateLimitPolicy policy = new(s_none with { MaxConcurrent = 1, OnExceed = PolicyAction.Warn });
        policy.Evaluate(Ask.Run(_clock, holds));
        policy.Evaluate(Ask.Run(_clock, holds));
        Assert.Equal("3 of 1 calls at once", policy.Evaluate(Ask.Run(_clock, holds)).Reason);
        Assert.Equal(3, holds.Count);
        holds.ReleaseOne();
        holds.ReleaseOne();
        holds.ReleaseOne();
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(Ask.Run(_clock, holds)).Action);
    }

    [Fact]
    public void Many_threads_together_get_exactly_the_limit()
    {
        RateLimitPolicy policy = new(s_none with { MaxPerMinute = 100, MaxConcurrent = 1000, BurstLimit = 500 });
        int admitted = 0;
        CollectedHolds holds = new();
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, _ =>
        {
            if (policy.Evaluate(Ask.Run(_clock, holds)).Allowed)
            {
                Interlocked.Increment(ref admitted);
            }
        });
        Assert.Equal((100, 100), (admitted, holds.Count));
    }

    [Fact]
    public void An_allowed_call_allocates_nothing()
    {
        RateLimitPolicy policy = new(new RateLimitRules { MaxPerMinute = 1_000_000, MaxPerHour = 1_000_000, BurstLimit = 1000, BurstWindowSeconds = 1, MaxPerDay = 1_000_000 });
        PolicyContext context = Ask.Run(_clock);
        policy.Evaluate(context);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, Allocated.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                policy.Evaluate(context);
            }
        }));
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(context).Action);
    }

    [Fact]
    public void A_declared_limit_counts_only_the_calls_of_its_method()
    {
        IPolicy policy = DeclaredPolicies.RateLimit("Refund", maxPerMinute: 1, 0, 0, 0, PolicyAction.Block);
        Assert.Equal(("RateLimit", PolicyPoints.BeforeRun | PolicyPoints.BeforeScope), (policy.Name, policy.Points));
        PolicyContext inside = Ask.Before(ScopeKind.ToolCall);
        PolicyContext itself = Ask.Before(ScopeKind.ToolCall);
        itself.IsGuardedCall = true;
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(inside).Action);
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(itself).Action);
        Assert.Equal(PolicyAction.Allow, policy.Evaluate(inside).Action);
        Assert.Equal(PolicyAction.Block, policy.Evaluate(itself).Action);
    }

    [Fact]
    public void Values_that_make_no_sense_are_named()
    {
        Assert.Contains("MaxPerMinute is 0", Message(new RateLimitRules { MaxPerMinute = 0 }), StringComparison.Ordinal);
        Assert.Contains("BurstWindowSeconds is 0", Message(new RateLimitRules { BurstWindowSeconds = 0 }), StringComparison.Ordinal);
        Assert.Contains("OnExceed", Message(new RateLimitRules { OnExceed = PolicyAction.Redact }), StringComparison.Ordinal);
        Assert.Contains(
            "[RateLimit] on Refund: MaxPerHour is -1",
            Assert.Throws<ArgumentException>(() => DeclaredPolicies.RateLimit("Refund", 0, -1, 0, 0, PolicyAction.Block)).Message,
            StringComparison.Ordinal);

        static string Message(RateLimitRules rules) => Assert.Throws<ArgumentException>(() => new RateLimitPolicy(rules)).Message;
    }

    [Fact]
    public void A_file_says_the_same()
    {
        Assert.Equal(new RateLimitRules(), RateLimitRules.Read(PolicyRules.Parse("{}")));
        Assert.Equal(
            new RateLimitRules
            {
                MaxPerMinute = null, MaxPerHour = 7, MaxPerDay = 8, MaxConcurrent = 9, BurstLimit = 3, BurstWindowSeconds = 4,
                OnExceed = PolicyAction.Warn, Per = RateLimitKey.EndUser,
            },
            RateLimitRules.Read(PolicyRules.Parse(
                """
                {"max_per_minute": null, "max_per_hour": 7, "max_per_day": 8, "max_concurrent": 9, "burst_limit": 3,
                 "burst_window_seconds": 4, "action_on_exceed": "warn", "per": "end_user"}
                """)));
        Assert.Throws<PolicyFileException>(() => RateLimitRules.Read(PolicyRules.Parse("""{"max_per_minute": 0}""")));
    }

    private int Admitted(RateLimitPolicy policy, int calls, CollectedHolds? holds = null)
    {
        int admitted = 0;
        for (int i = 0; i < calls; i++)
        {
            admitted += policy.Evaluate(Ask.Run(_clock, holds)).Action == PolicyAction.Allow ? 1 : 0;
        }

        return admitted;
    }
}
