using Observe.Policies.RateLimits;
using Observe.Tests.Runs;

namespace Observe.Tests.Policies.RateLimits;

public class RateAccountsTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Accounts_in_which_nothing_counts_any_more_are_dropped()
    {
        RateAccounts accounts = new(new RateLimitRules());
        for (int hour = 0; hour < 50; hour++)
        {
            for (int user = 0; user < 500; user++)
            {
                DateTimeOffset now = _clock.GetUtcNow();
                RateAccount account = accounts.Of(new RateKey($"{hour}", $"{user}"), now);
                Assert.True(account.TryEnter(_clock, now, out _));
                account.Release();
            }

            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.InRange(accounts.Count, 500, 2100);
    }

    [Fact]
    public void An_account_with_a_call_that_goes_on_is_kept_and_one_that_was_dropped_is_never_used()
    {
        RateAccount account = new(new RateLimitRules());
        Assert.True(account.TryEnter(_clock, _clock.GetUtcNow(), out _));
        _clock.Advance(TimeSpan.FromDays(2));
        Assert.False(account.TryClose(_clock.GetUtcNow()));
        account.Release();
        Assert.True(account.TryClose(_clock.GetUtcNow()));
        Assert.False(account.TryEnter(_clock, _clock.GetUtcNow(), out _));
    }

    [Fact]
    public void No_call_is_lost_while_accounts_are_dropped()
    {
        RateLimitRules rules = new() { MaxPerMinute = 5, MaxPerHour = null, MaxConcurrent = null };
        RateAccounts accounts = new(rules);
        int[] admitted = new int[3000];
        Parallel.For(0, 30_000, i =>
        {
            DateTimeOffset now = ManualClock.Start;
            RateExcess excess;
            RateAccount account;
            do
            {
                account = accounts.Of(new RateKey($"{i % 3000}", ""), now);
            }
            while (!account.TryEnter(_clock, now, out excess));
            if (excess.IsNone)
            {
                account.Release();
                Interlocked.Increment(ref admitted[i % 3000]);
            }
        });
        Assert.All(admitted, static count => Assert.Equal(5, count));
    }
}
