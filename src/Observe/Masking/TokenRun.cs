namespace Observe.Masking;

/// <summary>
/// A stretch of the bytes that tokens consist of (letters, digits, underscores and dashes). It is walked once, however many prefixes lie
/// in it, so that a text full of prefixes takes no more time than another.
/// </summary>
internal struct TokenRun
{
    /// <summary>So many letters and digits in a row are no word.</summary>
    private const int LongWord = 16;

    private int _lastDigit;
    private int _lastLongWord;

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    public static bool IsTokenByte(byte value) => TextEdges.IsWordByte(value) || value is (byte)'_' or (byte)'-';

    /// <summary>Makes this the stretch that goes on at <paramref name="from"/>.</summary>
    public void MoveTo(ReadOnlySpan<byte> text, int from)
    {
        if (from < End)
        {
            return;
        }

        _lastDigit = _lastLongWord = -1;
        int word = from;
        int at = from;
        for (; at < text.Length && IsTokenByte(text[at]); at++)
        {
            if (TextEdges.IsDigit(text, at))
            {
                _lastDigit = at;
            }
            else if (text[at] is (byte)'_' or (byte)'-')
            {
                EndWord(word, at);
                word = at + 1;
            }
        }

        EndWord(word, at);
        End = at;
    }

    public readonly bool HasDigitFrom(int start) => _lastDigit >= start;

    /// <param name="start">The beginning of a word of the stretch.</param>
    public readonly bool HasLongWordFrom(int start) => _lastLongWord >= start;

    private void EndWord(int start, int end)
    {
        if (end - start >= LongWord)
        {
            _lastLongWord = start;
        }
    }
}
