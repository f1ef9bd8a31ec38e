namespace Observe.Masking;

/// <summary>
/// Finds what is assigned to the name of a secret: <c>password=…</c>, <c>"apiKey": "…"</c>, <c>Authorization: Bearer …</c>. Programs
/// and their documentation are full of such names, so types, placeholders and calls are told from values.
/// </summary>
internal static class AssignedSecret
{
    private const int MostBetween = 8;
    private const int LongestName = 24;
    private const int LeastLength = 8;
    private const int LongToken = 24;

    /// <param name="text">The text.</param>
    /// <param name="sign">Where the equals sign or colon is.</param>
    /// <param name="from">Where the text goes on behind it.</param>
    /// <param name="bare">The stretch of a value without quotation marks that was looked at last.</param>
    /// <param name="start">Where the secret begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>Its kind.</returns>
    public static SecretKinds Find(ReadOnlySpan<byte> text, int sign, int from, ref AssignedValue bare, out int start, out int end)
    {
        start = end = -1;
        int nameEnd = NameEnd(text, sign);
        ReadOnlySpan<byte> name = text[Math.Max(0, nameEnd - LongestName)..nameEnd];
        SecretKinds kind = SecretName.KindOf(name);
        if (kind == SecretKinds.None)
        {
            return kind;
        }

        start = ValueStart(text, from);
        int mark = Quotation.LengthAt(text, start);
        if (mark > 0)
        {
            int quoted = start + mark;
            end = Quotation.EndAt(text, quoted, text.Slice(start, mark));
            start = quoted;
            if (end >= 0)
            {
                int value = AfterScheme(text, start);
                bool hasScheme = value > start && value < end;
                start = hasScheme ? value : start;
                return IsQuotedSecret(kind, text[start..end], hasScheme || SecretMarks.IsCutAt(text, end)) ? kind : SecretKinds.None;
            }
        }

        int scheme = AfterScheme(text, start);
        bool isBehindScheme = scheme > start;
        start = scheme;
        bare.MoveTo(text, start);
        end = bare.End;
        bool isSure = isBehindScheme || SecretMarks.IsCutAt(text, end);
        return start < end && IsBareSecret(kind, name, text, start, end, isSure, bare.HasDigitFrom(start)) ? kind : SecretKinds.None;
    }

    /// <summary>Whether the value of a member is a secret, as its name says.</summary>
    /// <returns>The kind.</returns>
    public static SecretKinds KindOfMember(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        SecretKinds kind = SecretName.KindOf(name);
        return kind != SecretKinds.None && IsQuotedSecret(kind, value, AfterScheme(value, 0) > 0 || SecretMarks.EndOf(value) < value.Length)
            ? kind
            : SecretKinds.None;
    }

    // Between name and sign: quotation marks and what else surrounds names, as in config["password"] or **password**.
    private static int NameEnd(ReadOnlySpan<byte> text, int sign)
    {
        int end = sign;
        for (int i = 0; i < MostBetween && end > 0; i++)
        {
            byte last = text[end - 1];
            if (Quotation.IsPlain(last) || last is (byte)' ' or (byte)'\\' or (byte)']' or (byte)'*' or (byte)':' or (byte)'=')
            {
                end--;
            }
            else if (last is (byte)'2' or (byte)'7' && IsEscapedQuotation(text[..end], out int length))
            {
                end -= length;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool IsEscapedQuotation(ReadOnlySpan<byte> text, out int length)
    {
        length = text.EndsWith("%22"u8) || text.EndsWith("%27"u8) ? 3 : 6;
        return length == 3 || text.EndsWith("\\u0022"u8) || text.EndsWith("\\u0027"u8);
    }

    private static int ValueStart(ReadOnlySpan<byte> text, int from)
    {
        int start = from;
        while (start < text.Length && start - from < MostBetween
            && text[start] is (byte)' ' or (byte)'\t' or (byte)'*' or (byte)'=' or (byte)'>' or (byte)':')
        {
            start++;
        }

        // Literals of several languages have a letter before the quotation mark.
        bool isPrefixed = start + 1 < text.Length && Quotation.IsPlain(text[start + 1])
            && text[start] is (byte)'@' or (byte)'$' or (byte)'b' or (byte)'f' or (byte)'r' or (byte)'u';
        return isPrefixed ? start + 1 : start;
    }

    // The schemes of RFC 7617 and RFC 6750, and one that is common.
    private static int AfterScheme(ReadOnlySpan<byte> text, int start)
    {
        foreach (int length in (ReadOnlySpan<int>)[5, 6])
        {
            if (start + length < text.Length && text[start + length] == ' ')
            {
                ReadOnlySpan<byte> word = text.Slice(start, length);
                bool isScheme = System.Text.Ascii.EqualsIgnoreCase(word, "basic"u8) || System.Text.Ascii.EqualsIgnoreCase(word, "token"u8)
                    || System.Text.Ascii.EqualsIgnoreCase(word, "bearer"u8);
                return isScheme ? start + length + 1 : start;
            }
        }

        return start;
    }

    private static bool IsQuotedSecret(SecretKinds kind, ReadOnlySpan<byte> value, bool isSure)
    {
        if (value.IsEmpty || SecretMarks.IsAtStart(value) || Placeholder.Is(value))
        {
            return false;
        }

        if (kind == SecretKinds.Password || isSure)
        {
            return true;
        }

        bool isMixed = value.ContainsAnyInRange((byte)'0', (byte)'9');
        return value.Length >= LeastLength && !value.ContainsAny((byte)' ', (byte)'\t')
            && (kind != SecretKinds.Token || isMixed || value.Length >= LongToken);
    }

    private static bool IsBareSecret(
        SecretKinds kind, ReadOnlySpan<byte> name, ReadOnlySpan<byte> text, int start, int end, bool isSure, bool hasDigit)
    {
        ReadOnlySpan<byte> value = text[start..end];
        if (SecretMarks.IsAtStart(value) || Placeholder.Is(value) || Placeholder.IsCode(text, start, end))
        {
            return false;
        }

        if (isSure)
        {
            return true;
        }

        if (kind != SecretKinds.Password)
        {
            return value.Length >= LeastLength && hasDigit;
        }

        // The environment has the working directory under a name of its own.
        bool isDirectory = value[0] == '/' && System.Text.Ascii.EqualsIgnoreCase(name[^3..], "pwd"u8);
        return !isDirectory;
    }
}
