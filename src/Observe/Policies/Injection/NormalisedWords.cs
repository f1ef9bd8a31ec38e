namespace Observe.Policies.Injection;

/// <summary>The words of a normalised text: runs of letters and digits. A copy goes on from the same place.</summary>
internal ref struct NormalisedWords(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    public bool MoveNext()
    {
        int start = 0;
        while (start < _rest.Length && !char.IsLetterOrDigit(_rest[start]))
        {
            start++;
        }

        int end = start;
        while (end < _rest.Length && char.IsLetterOrDigit(_rest[end]))
        {
            end++;
        }

        Current = _rest[start..end];
        _rest = _rest[end..];
        return !Current.IsEmpty;
    }
}
