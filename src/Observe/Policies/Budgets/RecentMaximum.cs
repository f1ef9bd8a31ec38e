namespace Observe.Policies.Budgets;

/// <summary>The largest of the last values: of at least <see cref="Span"/>, at most twice as many. One odd value is forgotten again.</summary>
internal struct RecentMaximum
{
    public const int Span = 64;

    private decimal? _earlier;
    private decimal? _latest;
    private int _count;

    /// <summary>Null before the first value.</summary>
    public readonly decimal? Value => _earlier > _latest ? _earlier : _latest ?? _earlier;

    public void Add(decimal value)
    {
        if (_count == Span)
        {
            _earlier = _latest;
            _latest = null;
            _count = 0;
        }

        _count++;
        if (!(_latest >= value))
        {
            _latest = value;
        }
    }
}
