namespace Observe.Policies.RateLimits;

/// <summary>The times of the last calls, as many as may fall into one window.</summary>
internal sealed class SlidingWindow(int limit)
{
    private readonly long[] _times = new long[limit];
    private int _next;
    private int _count;

    /// <summary>How long until one more call fits; zero or less when it does now.</summary>
    /// <param name="now">Ticks that only grow.</param>
    /// <param name="length">Length of the window in the same ticks.</param>
    public long WaitAt(long now, long length) => _count < _times.Length ? 0 : _times[_next] + length - now;

    /// <summary>Counts a call; it takes the place of the oldest one.</summary>
    public void Add(long now)
    {
        _times[_next] = now;
        _next = (_next + 1) % _times.Length;
        _count = Math.Min(_count + 1, _times.Length);
    }
}
