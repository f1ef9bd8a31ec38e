namespace Observe.Masking;

/// <summary>Finds numbers of payment cards (ISO/IEC 7812-1).</summary>
internal static class CardNumber
{
    private const int MostDigits = 19;

    /// <param name="text">The text.</param>
    /// <param name="start">Where the digits begin.</param>
    /// <param name="digitsEnd">Where they end.</param>
    /// <returns>Where the card number ends, or -1 where there is none.</returns>
    public static int EndAt(ReadOnlySpan<byte> text, int start, int digitsEnd)
    {
        if (start >= 2 && text[start - 1] == '.' && TextEdges.IsDigit(text, start - 2))
        {
            return -1; // the fraction of a number
        }

        return (digitsEnd - start) switch
        {
            >= 13 and <= MostDigits => IsEnd(text, digitsEnd) && IsCard(text[start..digitsEnd]) ? digitsEnd : -1,
            4 => GroupedEndAt(text, start),
            _ => -1,
        };
    }

    // As printed: 4-4-4-4, 4-4-4-4-3, and 4-6-5 or 4-6-4 of those that begin with 3.
    private static int GroupedEndAt(ReadOnlySpan<byte> text, int start)
    {
        if (start + 4 >= text.Length || text[start + 4] is not ((byte)' ' or (byte)'-'))
        {
            return -1;
        }

        Span<byte> digits = stackalloc byte[MostDigits];
        text.Slice(start, 4).CopyTo(digits);
        int count = 4;
        int end = start + 4;
        int found = -1;
        byte separator = text[end];
        while (end < text.Length && text[end] == separator)
        {
            int group = TextEdges.DigitCount(text, end + 1, 7);
            if (group < 3 || count + group > MostDigits)
            {
                break;
            }

            text.Slice(end + 1, group).CopyTo(digits[count..]);
            bool isSix = group == 6 && count == 4;
            bool isLast = (count, group) is (12, 4) or (16, 3) or (10, 4) or (10, 5);
            count += group;
            end += 1 + group;
            if (isLast && IsEnd(text, end) && IsCard(digits[..count]))
            {
                found = end;
            }

            if (group != 4 && !isSix)
            {
                break;
            }
        }

        return found;
    }

    private static bool IsEnd(ReadOnlySpan<byte> text, int at) =>
        !TextEdges.IsWordByteAt(text, at) && !(at < text.Length && text[at] == '.' && TextEdges.IsDigit(text, at + 1));

    private static bool IsCard(ReadOnlySpan<byte> digits) => IsIssued(digits) && HasRightCheckDigit(digits);

    private static bool HasRightCheckDigit(ReadOnlySpan<byte> digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            int doubled = digit * 2;
            sum += (i & 1) == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    // Ranges as the networks publish them. A number that no network issues is no card, whatever its check digit.
    private static bool IsIssued(ReadOnlySpan<byte> digits)
    {
        int prefix = ((digits[0] - '0') * 1000) + ((digits[1] - '0') * 100) + ((digits[2] - '0') * 10) + (digits[3] - '0');
        int count = digits.Length;
        return prefix switch
        {
            >= 4000 and <= 4999 => count is 13 or 16 or 19, // Visa
            (>= 3400 and <= 3499) or (>= 3700 and <= 3799) => count == 15, // American Express
            (>= 5100 and <= 5599) or (>= 2221 and <= 2720) => count == 16, // Mastercard
            (>= 3000 and <= 3059) or 3095 or (>= 3600 and <= 3699) or (>= 3800 and <= 3999) => count is 14 or 16, // Diners Club
            >= 3528 and <= 3589 => count >= 16, // JCB
            >= 2200 and <= 2204 => count >= 16, // Mir
            6011 or (>= 6440 and <= 6599) => count >= 16, // Discover, RuPay
            >= 6200 and <= 6299 => count >= 16, // UnionPay
            5018 or 5020 or 5038 or 5893 or 6304 or 6759 or (>= 6761 and <= 6763) => true, // Maestro
            _ => false,
        };
    }
}
