namespace Observe.Masking;

/// <summary>
/// Finds social security numbers of the USA: area, group and serial number. Which of them are never issued is published by the Social
/// Security Administration.
/// </summary>
internal static class SocialSecurity
{
    private const int Length = 11;

    /// <returns>Where the number ends that begins here, or -1 where there is none.</returns>
    public static int EndAt(ReadOnlySpan<byte> text, int start)
    {
        int end = start + Length;
        if (end > text.Length || text[start + 3] != '-' || text[start + 6] != '-'
            || TextEdges.DigitCount(text, start + 4, 2) < 2 || TextEdges.DigitCount(text, start + 7, 4) < 4
            || TextEdges.IsWordByteAt(text, end))
        {
            return -1;
        }

        // One part more, and it is another kind of number.
        bool isLonger = (start >= 2 && text[start - 1] is (byte)'-' or (byte)'.' && TextEdges.IsDigit(text, start - 2))
            || (end < text.Length && text[end] == '-' && TextEdges.IsDigit(text, end + 1));
        ReadOnlySpan<byte> number = text[start..end];
        return isLonger || number[0] == '9' || number.StartsWith("000"u8) || number.StartsWith("666"u8)
            || number[4..6].SequenceEqual("00"u8) || number[7..].SequenceEqual("0000"u8)
            ? -1
            : end;
    }
}
