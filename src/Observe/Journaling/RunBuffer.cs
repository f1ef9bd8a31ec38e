namespace Observe.Journaling;

/// <summary>The segments of one run. Written under the lock of the run's recorder, read after the run has been sealed.</summary>
internal sealed unsafe class RunBuffer(SegmentPool pool)
{
    private Segment? _last;

    public Segment? First { get; private set; }

    /// <summary>Room for one record, or null when the budget of the pool is spent. Not part of the record yet: see <see cref="Commit"/>.</summary>
    /// <param name="size">Size of the record; less than zero for one that is larger than any.</param>
    public byte* TryReserve(int size)
    {
        Segment? last = _last;
        return last is not null && (uint)(last.Capacity - last.Length) >= (uint)size ? last.Start + last.Length : TryReserveInNext(size);
    }

    /// <summary>Makes the bytes reserved last part of the run.</summary>
    /// <param name="size">The same size as reserved.</param>
    public void Commit(int size) => _last!.Length += size;

    public void Release()
    {
        if (First is { } first)
        {
            First = null;
            _last = null;
            pool.Return(first);
        }
    }

    private byte* TryReserveInNext(int size)
    {
        Segment? next = pool.TryRent(size);
        if (next is null)
        {
            return null;
        }

        if (_last is null)
        {
            First = next;
        }
        else
        {
            _last.Next = next;
        }

        _last = next;
        return next.Start;
    }
}
