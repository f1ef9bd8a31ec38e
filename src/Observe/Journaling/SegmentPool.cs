namespace Observe.Journaling;

/// <summary>Hands out segments within a fixed budget, so that the memory of an observer is bounded whatever happens.</summary>
internal sealed class SegmentPool : IDisposable
{
    private static readonly TimeSpan s_recheck = TimeSpan.FromMilliseconds(5);

    private readonly object _gate = new();
    private readonly object _room = new();
    private readonly long _maxBytes;
    private Segment? _free;
    private long _allocated;
    private long _inUse;
    private int _waiting;
    private bool _disposed;

    public SegmentPool(long maxBytes, int segmentSize)
    {
        _maxBytes = maxBytes;
        SegmentSize = segmentSize;
    }

    public int SegmentSize { get; }

    /// <summary>Bytes of the segments that runs hold now.</summary>
    public long BytesInUse => Interlocked.Read(ref _inUse);

    /// <summary>Whether more than half of the budget is in use, so that it is time to export.</summary>
    public bool IsFilling => BytesInUse > _maxBytes / 2;

    /// <summary>A segment with room for a record of this size, or null when the budget is spent.</summary>
    /// <param name="recordSize">Size of the record; one that is larger than a segment gets a segment of its own.</param>
    public Segment? TryRent(int recordSize)
    {
        if (recordSize < 0)
        {
            return null;
        }

        int capacity = Math.Max(recordSize, SegmentSize);
        lock (_gate)
        {
            if (_disposed)
            {
                return null;
            }

            if (capacity == SegmentSize && _free is { } pooled)
            {
                _free = pooled.Next;
                pooled.Next = null;
                pooled.Length = 0;
                _inUse += capacity;
                return pooled;
            }

            // Room of another size must not be lost to the segments that wait for reuse.
            while (capacity > _maxBytes - _allocated && _free is { } idle)
            {
                _free = idle.Next;
                _allocated -= idle.Capacity;
                Segment.Free(idle);
            }

            if (capacity > _maxBytes - _allocated || Segment.TryAllocate(capacity) is not { } segment)
            {
                return null;
            }

            _allocated += capacity;
            _inUse += capacity;
            return segment;
        }
    }

    public void Return(Segment first)
    {
        lock (_gate)
        {
            for (Segment? segment = first; segment is not null;)
            {
                Segment? next = segment.Next;
                _inUse -= segment.Capacity;
                if (_disposed || segment.Capacity != SegmentSize)
                {
                    _allocated -= segment.Capacity;
                    Segment.Free(segment);
                }
                else
                {
                    segment.Next = _free;
                    _free = segment;
                }

                segment = next;
            }
        }

        if (Volatile.Read(ref _waiting) > 0)
        {
            lock (_room)
            {
                Monitor.PulseAll(_room);
            }
        }
    }

    /// <summary>Waits until a segment has come back, at most until the time-out.</summary>
    /// <param name="timeout">How long to wait at most.</param>
    public void WaitForRoom(TimeSpan timeout)
    {
        lock (_room)
        {
            _waiting++;

            // A segment may have come back before we were counted: a short wait costs less than a missed pulse.
            Monitor.Wait(_room, timeout < s_recheck ? timeout : s_recheck);
            _waiting--;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            for (Segment? segment = _free; segment is not null; segment = segment.Next)
            {
                _allocated -= segment.Capacity;
                Segment.Free(segment);
            }

            _free = null;
        }
    }
}
