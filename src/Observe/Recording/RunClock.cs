namespace Observe.Recording;

/// <summary>Turns the raw timestamps of a run into times.</summary>
internal readonly struct RunClock(in RunBegan began, TimeProvider clock)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(36_500);

    private readonly long _origin = began.Timestamp;
    private readonly long _utcTicks = began.UtcTicks;
    private readonly long _frequency = clock.TimestampFrequency;

    public DateTimeOffset Start => new(_utcTicks, TimeSpan.Zero);

    /// <summary>Nanoseconds since the run began.</summary>
    public long Nanoseconds(long timestamp) => Scale(timestamp - _origin);

    /// <summary>Nanoseconds between two timestamps.</summary>
    public long Nanoseconds(long from, long to) => Scale(to - from);

    /// <summary>A point in time, within what <see cref="DateTimeOffset"/> can say: a duration given by hand may reach behind it.</summary>
    public DateTimeOffset TimeOf(long timestamp) =>
        new(Math.Clamp(_utcTicks + (Nanoseconds(timestamp) / 100), 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    public TimeSpan Between(long from, long to) => new(Nanoseconds(from, to) / 100);

    /// <summary>A duration in ticks of a clock; from zero to a hundred years, so that the arithmetic of times stays within its range.</summary>
    public static long ToTimestamps(TimeSpan duration, TimeProvider clock) =>
        (long)((Int128)Math.Clamp(duration.Ticks, 0, s_longest.Ticks) * clock.TimestampFrequency / TimeSpan.TicksPerSecond);

    private long Scale(long ticks) => _frequency == 1_000_000_000 ? ticks : (long)((Int128)ticks * 1_000_000_000 / _frequency);
}
