namespace Observe.Masking;

/// <summary>The secrets of one text in the order of their places; what overlaps is one. Nothing is allocated before the first.</summary>
internal struct SecretSpans
{
    private SecretSpan[]? _spans;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<SecretSpan> All => _spans.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int start, int end, int rank)
    {
        // Detectors look back, so a later one may begin before an earlier one does. Whatever overlaps goes into the new span; each span
        // is taken away at most once.
        int first = Count;
        while (first > 0 && _spans![first - 1].Start >= end)
        {
            first--;
        }

        int after = first;
        while (first > 0 && _spans![first - 1].End > start)
        {
            SecretSpan other = _spans[--first];
            start = Math.Min(start, other.Start);
            end = Math.Max(end, other.End);
            rank = Math.Max(rank, other.Rank);
        }

        Replace(first, after, new SecretSpan(start, end, rank));
    }

    private void Replace(int first, int after, SecretSpan span)
    {
        int moved = Count - after;
        _spans ??= new SecretSpan[8];
        if (first + 1 + moved > _spans.Length)
        {
            Array.Resize(ref _spans, _spans.Length * 2);
        }

        Array.Copy(_spans, after, _spans, first + 1, moved);
        _spans[first] = span;
        Count = first + 1 + moved;
    }
}
