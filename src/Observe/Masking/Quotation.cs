namespace Observe.Masking;

/// <summary>
/// A quotation mark as it stands in text: plain, behind backslashes (JSON in JSON), as the escape that the JSON serializer of .NET writes
/// for it, or as that of a URL.
/// </summary>
internal static class Quotation
{
    /// <summary>Longest value that is looked at; what is longer is no password.</summary>
    private const int MostBytes = 4096;

    public static bool IsPlain(byte value) => value is (byte)'"' or (byte)'\'' or (byte)'`';

    /// <returns>How many bytes the mark takes that begins here, 0 where there is none.</returns>
    public static int LengthAt(ReadOnlySpan<byte> text, int at)
    {
        int end = at;
        while (end < text.Length && text[end] == '\\' && end - at < 8)
        {
            end++;
        }

        if (end < text.Length && IsPlain(text[end]))
        {
            return end + 1 - at;
        }

        ReadOnlySpan<byte> rest = text[at..];
        return rest.StartsWith("\\u0022"u8) || rest.StartsWith("\\u0027"u8) ? 6
            : rest.StartsWith("%22"u8) || rest.StartsWith("%27"u8) ? 3
            : 0;
    }

    /// <summary>Finds the mark that closes what another has opened, on the same line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the quoted text begins.</param>
    /// <param name="mark">The mark that opens it.</param>
    /// <returns>Where the quoted text ends: before the mark, or where the text ends; -1 where the line ends before.</returns>
    public static int EndAt(ReadOnlySpan<byte> text, int start, ReadOnlySpan<byte> mark)
    {
        ReadOnlySpan<byte> rest = text.Slice(start, Math.Min(text.Length - start, MostBytes));
        int end = mark.Length == 1 ? PlainEnd(rest, mark[0]) : rest.IndexOf(mark);
        if (end < 0 && rest.Length < MostBytes)
        {
            end = SecretMarks.EndOf(rest);
        }

        return end < 0 || rest[..end].Contains((byte)'\n') ? -1 : start + end;
    }

    private static int PlainEnd(ReadOnlySpan<byte> text, byte mark)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == mark)
            {
                return at;
            }

            at += text[at] == '\\' ? 1 : 0;
        }

        return -1;
    }
}
