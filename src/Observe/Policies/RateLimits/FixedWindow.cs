namespace Observe.Policies.RateLimits;

/// <summary>Calls in the current one of the stretches of time that follow each other without gaps, for example minutes.</summary>
internal struct FixedWindow
{
    private long _index;
    private long _count;

    /// <summary>Calls so far in the stretch with this number.</summary>
    public readonly long CountAt(long index) => index == _index ? _count : 0;

    public void Add(long index)
    {
        _count = CountAt(index) + 1;
        _index = index;
    }
}
