namespace Observe.Tests.Runs;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class ManualClock(long frequency = 10_000_000) : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private long _ticks;

    public override long TimestampFrequency => frequency;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(_ticks);

    public override long GetTimestamp() => (long)((Int128)_ticks * frequency / TimeSpan.TicksPerSecond);

    public void Advance(TimeSpan by) => _ticks += by.Ticks;
}
