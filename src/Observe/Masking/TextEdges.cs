namespace Observe.Masking;

/// <summary>
/// Where a word or number begins in UTF-8. Bytes that are not ASCII part words. Text often holds other text in escaped form (JSON in
/// JSON, URLs): an escape parts, too, although it ends in a letter or digit.
/// </summary>
internal static class TextEdges
{
    public static bool IsWordByte(byte value) => char.IsAsciiLetterOrDigit((char)value);

    public static bool IsDigit(ReadOnlySpan<byte> text, int at) => (uint)at < (uint)text.Length && char.IsAsciiDigit((char)text[at]);

    public static bool IsWordByteAt(ReadOnlySpan<byte> text, int at) => (uint)at < (uint)text.Length && IsWordByte(text[at]);

    /// <summary>Whether a word may begin here.</summary>
    public static bool IsStart(ReadOnlySpan<byte> text, int at) => at == 0 || !IsWordByte(text[at - 1]) || IsAfterEscape(text, at);

    /// <summary>Moves a start that lies behind a backslash or percent sign to the end of that escape.</summary>
    public static int AfterEscape(ReadOnlySpan<byte> text, int start) => start == 0 ? 0 : start - 1 + EscapeLength(text, start - 1);

    /// <summary>How long the escape is that begins here with a backslash or percent sign; 1 where none does.</summary>
    public static int EscapeLength(ReadOnlySpan<byte> text, int at)
    {
        if (text[at] == '%')
        {
            return at + 3 <= text.Length && IsHex(text.Slice(at + 1, 2)) ? 3 : 1;
        }

        if (text[at] != '\\' || at + 1 == text.Length)
        {
            return 1;
        }

        return IsLetterOfEscape(text[at + 1]) ? 2
            : text[at + 1] == 'u' && at + 6 <= text.Length && IsHex(text.Slice(at + 2, 4)) ? 6
            : 1;
    }

    /// <summary>How many digits follow, counted up to <paramref name="most"/>.</summary>
    public static int DigitCount(ReadOnlySpan<byte> text, int at, int most)
    {
        int count = 0;
        while (count < most && IsDigit(text, at + count))
        {
            count++;
        }

        return count;
    }

    private static bool IsAfterEscape(ReadOnlySpan<byte> text, int at) =>
        (at >= 2 && text[at - 2] == '\\' && IsLetterOfEscape(text[at - 1]))
        || (at >= 3 && text[at - 3] == '%' && IsHex(text.Slice(at - 2, 2)))
        || (at >= 6 && text[at - 6] == '\\' && text[at - 5] == 'u' && IsHex(text.Slice(at - 4, 4)));

    private static bool IsLetterOfEscape(byte value) => value is (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f';

    private static bool IsHex(ReadOnlySpan<byte> text)
    {
        foreach (byte value in text)
        {
            if (!char.IsAsciiHexDigit((char)value))
            {
                return false;
            }
        }

        return true;
    }
}
