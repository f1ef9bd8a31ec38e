namespace Observe.Masking;

/// <summary>
/// Finds e-mail addresses as people use them: a subset of RFC 5321, plus letters of two bytes in UTF-8 (RFC 6531), which are those of
/// the Latin, Greek, Cyrillic, Hebrew and Arabic scripts. Scripts that are written without spaces are left out: their sentences would
/// be taken for names.
/// </summary>
internal static class EmailAddress
{
    private const int LongestName = 64; // RFC 5321, section 4.5.3.1.1

    /// <param name="text">The text.</param>
    /// <param name="at">Where the at sign is.</param>
    /// <param name="domain">Where the domain begins.</param>
    /// <param name="start">Where the address begins.</param>
    /// <returns>Where it ends, or -1 where there is none.</returns>
    public static int EndAt(ReadOnlySpan<byte> text, int at, int domain, out int start)
    {
        start = NameStart(text, at);
        if (start == at || text[start..at].SequenceEqual("git"u8) || IsScale(text[domain..]))
        {
            return -1;
        }

        return DomainEnd(text, domain);
    }

    private static int NameStart(ReadOnlySpan<byte> text, int at)
    {
        int start = at;
        int least = Math.Max(0, at - LongestName);
        while (start > least)
        {
            if (IsNameByte(text[start - 1]))
            {
                start--;
            }
            else if (start - 2 >= least && IsLetterOfTwoBytes(text, start - 2))
            {
                start -= 2;
            }
            else
            {
                break;
            }
        }

        start = TextEdges.AfterEscape(text, start);
        while (start < at && text[start] is (byte)'.' or (byte)'+' or (byte)'-')
        {
            start++;
        }

        return Math.Min(start, at);
    }

    private static int DomainEnd(ReadOnlySpan<byte> text, int domain)
    {
        int end = -1;
        for (int label = domain; ; label++)
        {
            int after = LabelEnd(text, label);
            if (after == label)
            {
                return end;
            }

            if (label > domain && TopLevelEnd(text, label) is var found && found >= 0)
            {
                end = found;
            }

            if (after >= text.Length || text[after] != '.')
            {
                return end;
            }

            label = after;
        }
    }

    private static int LabelEnd(ReadOnlySpan<byte> text, int start)
    {
        int at = start;
        while (at < text.Length)
        {
            if (TextEdges.IsWordByte(text[at]) || (text[at] == '-' && at > start))
            {
                at++;
            }
            else if (IsLetterOfTwoBytes(text, at))
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    // The last label begins with a letter: versions (name@4.17.21) are no domains.
    private static int TopLevelEnd(ReadOnlySpan<byte> text, int start)
    {
        int end = start;
        while (end < text.Length && (TextEdges.IsWordByte(text[end]) || text[end] == '-'))
        {
            end++;
        }

        while (end > start && text[end - 1] == '-')
        {
            end--;
        }

        return end - start >= 2 && char.IsAsciiLetter((char)text[start]) ? end : -1;
    }

    // Images for displays of several densities: logo@2x.png.
    private static bool IsScale(ReadOnlySpan<byte> domain) =>
        domain.Length > 2 && TextEdges.IsDigit(domain, 0) && domain[1] == 'x' && domain[2] == '.';

    private static bool IsNameByte(byte value) =>
        TextEdges.IsWordByte(value) || value is (byte)'.' or (byte)'_' or (byte)'+' or (byte)'-';

    private static bool IsLetterOfTwoBytes(ReadOnlySpan<byte> text, int at) =>
        at + 1 < text.Length && text[at] is >= 0xC3 and <= 0xDF && (text[at + 1] & 0xC0) == 0x80;
}
