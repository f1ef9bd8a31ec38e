using System.Collections.Concurrent;

namespace Observe.Policies.RateLimits;

/// <summary>
/// The accounts of a policy. Those in which nothing counts any more are dropped whenever their number has doubled, so that users and
/// sessions that are gone take no memory.
/// </summary>
internal sealed class RateAccounts(RateLimitRules rules)
{
    private const int FewestToSweep = 1024;

    private readonly ConcurrentDictionary<RateKey, RateAccount> _accounts = new();
    private int _count;
    private int _sweepAt = FewestToSweep;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    public RateAccount Of(RateKey key, DateTimeOffset now) => _accounts.TryGetValue(key, out RateAccount? account) ? account : New(key, now);

    private RateAccount New(RateKey key, DateTimeOffset now)
    {
        if (Count >= Volatile.Read(ref _sweepAt))
        {
            Sweep(now);
        }

        RateAccount account = new(rules);
        if (_accounts.TryAdd(key, account))
        {
            Interlocked.Increment(ref _count);
            return account;
        }

        return _accounts.TryGetValue(key, out RateAccount? other) ? other : New(key, now);
    }

    private void Sweep(DateTimeOffset now)
    {
        lock (_accounts)
        {
            if (Count < _sweepAt)
            {
                return; // somebody else has just done it
            }

            foreach ((RateKey key, RateAccount account) in _accounts)
            {
                if (account.TryClose(now))
                {
                    _accounts.TryRemove(key, out _);
                    Interlocked.Decrement(ref _count);
                }
            }

            Volatile.Write(ref _sweepAt, Math.Max(FewestToSweep, Count * 2));
        }
    }
}
