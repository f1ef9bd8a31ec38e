namespace Observe.Policies;

/// <summary>A list of names and patterns.</summary>
internal sealed class NamePatterns
{
    private readonly NamePattern[] _patterns;

    /// <summary>Reads a list.</summary>
    /// <param name="patterns">The patterns.</param>
    /// <param name="rule">Name of the rule that has the list, for messages.</param>
    /// <param name="ignoreCase">Whether letters of either case are the same. Default: false.</param>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    public NamePatterns(IReadOnlyList<string> patterns, string rule, bool ignoreCase = false)
    {
        if (patterns is null)
        {
            throw new ArgumentException($"{rule} is null: leave it out, or give an empty list.");
        }

        _patterns = new NamePattern[patterns.Count];
        for (int i = 0; i < _patterns.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(patterns[i]))
            {
                throw new ArgumentException($"{rule}[{i}] is empty: write a name, or * for every name.");
            }

            _patterns[i] = new NamePattern(patterns[i], ignoreCase);
        }
    }

    public bool IsEmpty => _patterns.Length == 0;

    /// <summary>Whether one of the patterns stands for the name.</summary>
    public bool Contain(ReadOnlySpan<char> name)
    {
        foreach (ref readonly NamePattern pattern in _patterns.AsSpan())
        {
            if (pattern.Matches(name))
            {
                return true;
            }
        }

        return false;
    }
}
