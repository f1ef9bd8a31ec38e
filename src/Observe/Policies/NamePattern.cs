namespace Observe.Policies;

/// <summary>
/// A name in which <c>*</c> stands for any characters, none included; everything else stands for itself. Matching takes time in
/// proportion to the name, whatever the pattern: pieces are searched from left to right and never searched again.
/// </summary>
internal readonly struct NamePattern
{
    private readonly string[] _pieces;
    private readonly StringComparison _comparison;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern; not empty.</param>
    /// <param name="ignoreCase">Whether letters of either case are the same, for example in host names. Default: false.</param>
    /// <exception cref="ArgumentException">The pattern is empty.</exception>
    public NamePattern(string pattern, bool ignoreCase = false)
    {
        if (string.IsNullOrWhiteSpace(pattern))
        {
            throw new ArgumentException("A name is empty: write the name, or * for every name.");
        }

        Text = pattern;
        _pieces = pattern.Split('*');
        _comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether the pattern stands for the whole of this name.</summary>
    public bool Matches(ReadOnlySpan<char> name)
    {
        if (_pieces.Length == 1)
        {
            return name.Equals(_pieces[0], _comparison);
        }

        string first = _pieces[0];
        string last = _pieces[^1];
        if (name.Length < first.Length + last.Length || !name.StartsWith(first, _comparison) || !name.EndsWith(last, _comparison))
        {
            return false;
        }

        ReadOnlySpan<char> rest = name[first.Length..^last.Length];
        foreach (string piece in _pieces.AsSpan(1, _pieces.Length - 2))
        {
            int at = rest.IndexOf(piece, _comparison);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + piece.Length)..];
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
