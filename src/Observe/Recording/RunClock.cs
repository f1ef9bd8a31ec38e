namespace Observe.Recording;

/// <summary>Turns the raw timestamps of a run into times.</summary>
internal readonly struct RunClock(in RunBegan began, TimeProvider clock)
{
    private readonly long _origin = began.Timestamp;
    private readonly long _utcTicks = began.UtcTicks;
    private readonly long _frequency = clock.TimestampFrequency;

    public DateTimeOffset Start => new(_utcTicks, TimeSpan.Zero);

    /// <summary>Nanoseconds since the run began.</summary>
    public long Nanoseconds(long timestamp) => Scale(timestamp - _origin);

    /// <summary>Nanoseconds between two timestamps.</summary>
    public long Nanoseconds(long from, long to) => Scale(to - from);

    public DateTimeOffset TimeOf(long timestamp) => Start.AddTicks(Nanoseconds(timestamp) / 100);

    public TimeSpan Between(long from, long to) => new(Nanoseconds(from, to) / 100);

    private long Scale(long ticks) => _frequency == 1_000_000_000 ? ticks : (long)((Int128)ticks * 1_000_000_000 / _frequency);
}
