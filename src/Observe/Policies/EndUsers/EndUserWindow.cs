using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Observe.Policies;

/// <summary>Calls for each customer in one window of time.</summary>
internal sealed class EndUserWindow(long index)
{
    private readonly ConcurrentDictionary<string, StrongBox<long>> _calls = new(StringComparer.Ordinal);

    /// <summary>Number of the window since 1970.</summary>
    public long Index { get; } = index;

    /// <summary>Counts a call.</summary>
    /// <param name="user">Id of the customer.</param>
    /// <param name="limit">How many calls are admitted.</param>
    /// <param name="alwaysCounts">Whether a call above the limit counts too.</param>
    /// <returns>Which call it is, from 1; above the limit: it is not admitted.</returns>
    public long Count(string user, long limit, bool alwaysCounts)
    {
        StrongBox<long> calls = _calls.TryGetValue(user, out StrongBox<long>? known)
            ? known
            : _calls.GetOrAdd(user, static _ => new StrongBox<long>());
        if (alwaysCounts)
        {
            return Interlocked.Increment(ref calls.Value);
        }

        long before = Volatile.Read(ref calls.Value);
        while (before < limit)
        {
            long seen = Interlocked.CompareExchange(ref calls.Value, before + 1, before);
            if (seen == before)
            {
                break;
            }

            before = seen;
        }

        return before + 1;
    }
}
