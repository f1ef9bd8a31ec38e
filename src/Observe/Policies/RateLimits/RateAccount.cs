using System.Globalization;

namespace Observe.Policies.RateLimits;

/// <summary>The calls of all who share a limit. It is its own hold: a slot has nothing to remember but that it is taken.</summary>
internal sealed class RateAccount(RateLimitRules rules) : IPolicyHold
{
    private readonly object _gate = new();
    private readonly SlidingWindow? _burst = rules.BurstLimit is { } limit ? new SlidingWindow(limit) : null;
    private FixedWindow _minute;
    private FixedWindow _hour;
    private FixedWindow _day;
    private long _lastCall;
    private int _running;
    private bool _isClosed;

    /// <summary>Counts a call unless it goes beyond a limit; all limits are looked at before any is touched.</summary>
    /// <param name="clock">Clock of the observer.</param>
    /// <param name="now">Time of the call.</param>
    /// <param name="excess">The limit that the call goes beyond.</param>
    /// <returns>False when the account is no longer in use: ask for the current one.</returns>
    public bool TryEnter(TimeProvider clock, DateTimeOffset now, out RateExcess excess)
    {
        long ticks = now.UtcTicks;
        lock (_gate)
        {
            if (_isClosed)
            {
                excess = default;
                return false;
            }

            excess = Excess(clock, ticks);
            if (excess.IsNone || rules.OnExceed == PolicyAction.Warn)
            {
                Count(clock, ticks);
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public void Release()
    {
        lock (_gate)
        {
            _running--;
        }
    }

    /// <summary>Takes the account out of use if nothing in it counts any more.</summary>
    public bool TryClose(DateTimeOffset now)
    {
        long ticks = now.UtcTicks;
        lock (_gate)
        {
            _isClosed = _running == 0
                && (rules.MaxPerMinute is null || _minute.CountAt(ticks / TimeSpan.TicksPerMinute) == 0)
                && (rules.MaxPerHour is null || _hour.CountAt(ticks / TimeSpan.TicksPerHour) == 0)
                && (rules.MaxPerDay is null || _day.CountAt(ticks / TimeSpan.TicksPerDay) == 0)
                && (_burst is null || ticks - _lastCall > rules.BurstWindowSeconds * TimeSpan.TicksPerSecond);
            return _isClosed;
        }
    }

    private RateExcess Excess(TimeProvider clock, long ticks)
    {
        RateExcess excess = Beyond(rules.MaxPerMinute, ref _minute, ticks, TimeSpan.TicksPerMinute, "in this minute");
        if (excess.IsNone)
        {
            excess = Beyond(rules.MaxPerHour, ref _hour, ticks, TimeSpan.TicksPerHour, "in this hour");
        }

        if (excess.IsNone)
        {
            excess = Beyond(rules.MaxPerDay, ref _day, ticks, TimeSpan.TicksPerDay, "in this day (UTC)");
        }

        if (excess.IsNone && _burst is not null)
        {
            excess = BeyondBurst(_burst, clock);
        }

        if (excess.IsNone && rules.MaxConcurrent is { } most && _running >= most)
        {
            excess = new RateExcess(_running + 1L, most, "at once", RetryAfter: null);
        }

        return excess;
    }

    private static RateExcess Beyond(int? limit, ref FixedWindow window, long ticks, long length, string where)
    {
        long index = ticks / length;
        return limit is { } most && window.CountAt(index) >= most
            ? new RateExcess(window.CountAt(index) + 1, most, where, TimeSpan.FromTicks(((index + 1) * length) - ticks))
            : default;
    }

    private RateExcess BeyondBurst(SlidingWindow burst, TimeProvider clock)
    {
        long frequency = clock.TimestampFrequency;
        long wait = burst.WaitAt(clock.GetTimestamp(), rules.BurstWindowSeconds * frequency);
        if (wait <= 0)
        {
            return default;
        }

        int limit = rules.BurstLimit.GetValueOrDefault();
        string where = string.Create(CultureInfo.InvariantCulture, $"within {rules.BurstWindowSeconds} s");
        return new RateExcess(limit + 1L, limit, where, TimeSpan.FromSeconds((double)wait / frequency));
    }

    private void Count(TimeProvider clock, long ticks)
    {
        _minute.Add(ticks / TimeSpan.TicksPerMinute);
        _hour.Add(ticks / TimeSpan.TicksPerHour);
        _day.Add(ticks / TimeSpan.TicksPerDay);
        _burst?.Add(clock.GetTimestamp());
        _lastCall = ticks;
        _running++;
    }
}
