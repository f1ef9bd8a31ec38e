namespace Observe.Masking;

/// <summary>
/// A value without quotation marks that follows an equals sign or a colon. Its stretch is walked once, however many signs it holds.
/// </summary>
internal struct AssignedValue
{
    private int _lastDigit;

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>Makes this the stretch that goes on at <paramref name="from"/>.</summary>
    public void MoveTo(ReadOnlySpan<byte> text, int from)
    {
        if (from < End)
        {
            return;
        }

        _lastDigit = -1;
        int at = from;
        for (; at < text.Length && !IsEnd(text[at]) && !(text[at] > 127 && SecretMarks.IsCutAt(text, at)); at++)
        {
            if (TextEdges.IsDigit(text, at))
            {
                _lastDigit = at;
            }
        }

        End = at;
    }

    public readonly bool HasDigitFrom(int start) => _lastDigit >= start;

    private static bool IsEnd(byte value) =>
        value is <= (byte)' ' or (byte)',' or (byte)';' or (byte)'&' or (byte)'|' or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'\\'
            or (byte)'<' or (byte)'>' or (byte)')' or (byte)']' or (byte)'}';
}
