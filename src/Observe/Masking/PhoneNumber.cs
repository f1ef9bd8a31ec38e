namespace Observe.Masking;

/// <summary>Finds phone numbers: international ones (ITU-T E.164) with a plus, and those of North America in their usual forms.</summary>
internal static class PhoneNumber
{
    private const int MostDigits = 15;
    private const int AmericanDigits = 11; // with the country code

    /// <param name="text">The text.</param>
    /// <param name="start">Where the digits begin.</param>
    /// <param name="digitsEnd">Where they end.</param>
    /// <param name="from">Where the number begins, its plus or parenthesis included.</param>
    /// <returns>Where the number ends, or -1 where there is none.</returns>
    public static int EndAt(ReadOnlySpan<byte> text, int start, int digitsEnd, out int from)
    {
        int plus = PlusBefore(text, start);
        if (plus >= 0 && TextEdges.IsStart(text, plus) && !(plus > 0 && text[plus - 1] == '+'))
        {
            int end = InternationalEndAt(text, start, digitsEnd);
            if (end >= 0)
            {
                from = plus;
                return end;
            }
        }

        return AmericanEndAt(text, start, digitsEnd, plus, out from);
    }

    // A plus may be escaped in a URL.
    private static int PlusBefore(ReadOnlySpan<byte> text, int start)
    {
        if (start >= 1 && text[start - 1] == '+')
        {
            return start - 1;
        }

        return start >= 3 && text[start - 3] == '%' && text[start - 2] == '2' && (text[start - 1] | 0x20) == 'b' ? start - 3 : -1;
    }

    private static int InternationalEndAt(ReadOnlySpan<byte> text, int start, int digitsEnd)
    {
        int count = digitsEnd - start;
        if (text[start] == '0')
        {
            return -1;
        }

        if (count is >= 10 and <= MostDigits)
        {
            return IsEnd(text, digitsEnd) ? digitsEnd : -1;
        }

        if (count > 3)
        {
            return -1; // no country code is longer
        }

        bool isAmerican = text[start] == '1';
        int least = isAmerican ? AmericanDigits : 8;
        int most = isAmerican ? AmericanDigits : MostDigits;
        int found = -1;
        int at = digitsEnd;
        while (true)
        {
            int next = GroupAfter(text, at);
            int group = TextEdges.DigitCount(text, next, most + 1);
            count += group;
            if (next == at || group == 0 || count > most)
            {
                return found;
            }

            at = next + group;
            if (count >= least && IsEnd(text, at))
            {
                found = at;
            }
        }
    }

    // One space or dash, or a parenthesis with one of them outside of it.
    private static int GroupAfter(ReadOnlySpan<byte> text, int at)
    {
        int next = at;
        if (next < text.Length && text[next] == ')')
        {
            next++;
            return IsSpaceOrDash(text, next) ? next + 1 : next;
        }

        next = IsSpaceOrDash(text, next) ? next + 1 : next;
        return next < text.Length && text[next] == '(' ? next + 1 : next;
    }

    private static bool IsSpaceOrDash(ReadOnlySpan<byte> text, int at) => at < text.Length && text[at] is (byte)' ' or (byte)'-';

    private static int AmericanEndAt(ReadOnlySpan<byte> text, int start, int digitsEnd, int plus, out int from)
    {
        from = start;
        int area = start;
        bool hasPrefix = digitsEnd - start == 1 && text[start] == '1' && IsSeparator(text, digitsEnd);
        bool isInParentheses;
        if (hasPrefix)
        {
            from = plus >= 0 ? plus : start;
            area = digitsEnd + 1;
            isInParentheses = area < text.Length && text[area] == '(';
            area += isInParentheses ? 1 : 0;
        }
        else
        {
            isInParentheses = start > 0 && text[start - 1] == '(' && digitsEnd < text.Length && text[digitsEnd] == ')';
            from -= isInParentheses ? 1 : 0;
        }

        bool isPartOfMore = from >= 2 && from == start && text[from - 1] is (byte)'-' or (byte)'.' && TextEdges.IsDigit(text, from - 2);
        if (isPartOfMore || TextEdges.DigitCount(text, area, 4) != 3 || text[area] is (byte)'0' or (byte)'1')
        {
            return -1;
        }

        int exchange = isInParentheses ? AfterParenthesis(text, area + 3) : IsSeparator(text, area + 3) ? area + 4 : -1;
        if (exchange < 0 || TextEdges.DigitCount(text, exchange, 4) != 3
            || !IsSeparator(text, exchange + 3) || TextEdges.DigitCount(text, exchange + 4, 5) != 4)
        {
            return -1;
        }

        int end = exchange + 8;
        bool isLonger = end < text.Length && text[end] is (byte)'-' or (byte)'.' && TextEdges.IsDigit(text, end + 1);
        return !isLonger && IsEnd(text, end) && (isInParentheses || ArePaired(text[exchange - 1], text[exchange + 3])) ? end : -1;
    }

    private static int AfterParenthesis(ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length || text[at] != ')')
        {
            return -1;
        }

        return IsSeparator(text, at + 1) ? at + 2 : at + 1;
    }

    // Spaces alone part the columns of tables, too: "256 512 1024" is no phone number.
    private static bool ArePaired(byte first, byte second) => first == ' ' ? second != ' ' : first == second;

    private static bool IsSeparator(ReadOnlySpan<byte> text, int at) => at < text.Length && text[at] is (byte)' ' or (byte)'-' or (byte)'.';

    // An extension may follow: 415-555-0132x7.
    private static bool IsEnd(ReadOnlySpan<byte> text, int at) => !TextEdges.IsWordByteAt(text, at) || (text[at] | 0x20) == 'x';
}
