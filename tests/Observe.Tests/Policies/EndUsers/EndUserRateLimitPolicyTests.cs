using Observe.Tests.Runs;

namespace Observe.Tests.Policies.EndUsers;

public class EndUserRateLimitPolicyTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public Task Calls_up_to_the_limit_are_admitted_and_the_next_window_is_new() => AsAsync(
        new EndUser("ann") { RequestsPerMinute = 3 },
        (run, users) =>
        {
            EndUserRateLimitPolicy policy = new();
            Assert.Equal([true, true, true, false, false], Calls(policy, run, users, 5));

            PolicyResult refused = policy.Evaluate(Ask(run, users));
            Assert.Equal(PolicyAction.Throttle, refused.Action);
            Assert.Equal("call 4 of 3 for this end user in a window of 60 seconds", refused.Reason);
            Assert.Equal(TimeSpan.FromSeconds(53), refused.RetryAfter); // the clock stands at second 7

            _clock.Advance(TimeSpan.FromSeconds(53));
            Assert.Equal([true, true, true, false], Calls(policy, run, users, 4));
        });

    [Theory]
    [InlineData(10, null, null, 10)]
    [InlineData(10, 4, null, 4)]
    [InlineData(10, 4, 2, 2)]
    [InlineData(null, 7, 9, 7)]
    [InlineData(3, 7, 9, 3)]
    public Task The_tightest_limit_of_user_and_groups_counts(int? user, int? first, int? second, int admitted) => AsAsync(
        new EndUser("ann") { RequestsPerMinute = user, Groups = new Dictionary<string, int?> { ["first"] = first, ["second"] = second } },
        (run, users) => Assert.Equal(admitted, Calls(new EndUserRateLimitPolicy(), run, users, 20).Count(admitted => admitted)));

    [Fact]
    public Task Groups_of_any_dictionary_count() => AsAsync(
        new EndUser("ann") { Groups = new SortedDictionary<string, int?> { ["group"] = 2 } },
        (run, users) => Assert.Equal([true, true, false], Calls(new EndUserRateLimitPolicy(), run, users, 3)));

    [Theory]
    [InlineData(60, 30, 30)]
    [InlineData(10, 30, 5)]
    [InlineData(10, 120, 20)]
    [InlineData(10, 1, 1)]
    [InlineData(1, 30, 1)]
    [InlineData(0, 30, 0)]
    public Task The_limit_is_scaled_to_the_window(int perMinute, int seconds, int admitted) => AsAsync(
        new EndUser("ann") { RequestsPerMinute = perMinute },
        (run, users) =>
        {
            EndUserRateLimitPolicy policy = new(new EndUserRateLimitRules { WindowSeconds = seconds });
            Assert.Equal(admitted, Calls(policy, run, users, 40).Count(admitted => admitted));
        });

    [Fact]
    public Task Without_any_limit_or_customer_everything_passes() => AsAsync(
        new EndUser("ann"),
        (run, users) =>
        {
            EndUserRateLimitPolicy policy = new();
            Assert.All(Calls(policy, run, users, 100), Assert.True);
            Assert.Same(PolicyResult.Allow, policy.Evaluate(Questions.Before(ScopeKind.Run, "agent", run, clock: _clock)));
        });

    [Fact]
    public async Task Customers_do_not_share_a_limit()
    {
        EndUserRateLimitPolicy policy = new();
        foreach (string id in new[] { "ann", "bob" })
        {
            await AsAsync(new EndUser(id) { RequestsPerMinute = 1 }, (run, users) => Assert.Equal([true, false], Calls(policy, run, users, 2)));
        }
    }

    [Theory]
    [InlineData(PolicyAction.Block)]
    [InlineData(PolicyAction.Warn)]
    public Task The_action_can_be_chosen(PolicyAction action) => AsAsync(
        new EndUser("ann") { RequestsPerMinute = 1 },
        (run, users) =>
        {
            EndUserRateLimitPolicy policy = new(new EndUserRateLimitRules { ActionOnExceed = action });
            policy.Evaluate(Ask(run, users));
            Assert.Equal(action, policy.Evaluate(Ask(run, users)).Action);
        });

    [Fact]
    public Task Threads_side_by_side_get_exactly_the_limit() => AsAsync(
        new EndUser("ann") { RequestsPerMinute = 100 },
        (run, users) =>
        {
            EndUserRateLimitPolicy policy = new();
            int admitted = 0;
            Parallel.For(0, 2000, _ =>
            {
                if (policy.Evaluate(Ask(run, users)).Allowed)
                {
                    Interlocked.Increment(ref admitted);
                }
            });
            Assert.Equal(100, admitted);
        });

    [Fact]
    public Task A_clock_that_is_set_back_does_not_throttle_for_long() => AsAsync(
        new EndUser("ann") { RequestsPerMinute = 1 },
        (run, users) =>
        {
            EndUserRateLimitPolicy policy = new();
            _clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal([true, false], Calls(policy, run, users, 2));
            _clock.Advance(TimeSpan.FromDays(-1));
            Assert.Equal([true, false], Calls(policy, run, users, 2));
        });

    [Fact]
    public Task An_admitted_call_allocates_nothing() => AsAsync(
        new EndUser("ann") { RequestsPerMinute = 1_000_000, Groups = new Dictionary<string, int?> { ["group"] = 2_000_000 } },
        (run, users) =>
        {
            EndUserRateLimitPolicy policy = new();
            PolicyContext question = Ask(run, users);
            policy.Evaluate(question);

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++)
            {
                policy.Evaluate(question);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        });

    [Fact]
    public async Task A_real_run_above_the_limit_is_throttled()
    {
        await using TestObserver test = new(options =>
        {
            options.TimeProvider = _clock;
            options.Policies.Add(new EndUserRateLimitPolicy());
            options.Policies.EndUsers = new EndUserDirectory(new EndUser("ann") { RequestsPerMinute = 2 });
        });
        RunOptions forAnn = new() { EndUserId = "ann" };
        test.Observer.Run("agent", _ => { }, forAnn);
        test.Observer.Run("agent", _ => { }, forAnn);

        PolicyViolationException violation = Assert.Throws<PolicyViolationException>(() => test.Observer.Run("agent", _ => { }, forAnn));

        Assert.Equal(PolicyAction.Throttle, violation.Result.Action);
        Assert.Equal(TimeSpan.FromSeconds(53), violation.Result.RetryAfter);
        test.Observer.Run("agent", _ => { }, new RunOptions { EndUserId = "bob" });
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        EndUserRateLimitRules rules = EndUserRateLimitRules.Read(PolicyRules.Parse("""{"enabled":false,"action_on_exceed":"warn","window_seconds":30}"""));

        Assert.Equal(new EndUserRateLimitRules { Enabled = false, ActionOnExceed = PolicyAction.Warn, WindowSeconds = 30 }, rules);
        Assert.Equal(new EndUserRateLimitRules(), EndUserRateLimitRules.Read(PolicyRules.Parse("{}")));
        Assert.Throws<PolicyFileException>(() => EndUserRateLimitRules.Read(PolicyRules.Parse("""{"window_seconds":0}""")));
        Assert.Throws<ArgumentException>(() => new EndUserRateLimitPolicy(new EndUserRateLimitRules { WindowSeconds = 0 }));
    }

    private static Task AsAsync(EndUser user, Action<RunContext, EndUserDirectory> body) =>
        Questions.InRunAsync(run => body(run, new EndUserDirectory(user)), new RunOptions { EndUserId = user.Id });

    private PolicyContext Ask(RunContext run, EndUserDirectory users) => Questions.Before(ScopeKind.Run, "agent", run, clock: _clock, users: users);

    private bool[] Calls(EndUserRateLimitPolicy policy, RunContext run, EndUserDirectory users, int count)
    {
        bool[] admitted = new bool[count];
        for (int i = 0; i < count; i++)
        {
            admitted[i] = policy.Evaluate(Ask(run, users)).Allowed;
        }

        return admitted;
    }
}
