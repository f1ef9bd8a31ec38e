namespace Observe.Masking;

/// <summary>Tells what stands in place of a secret, in programs, templates and documentation, from a secret.</summary>
internal static class Placeholder
{
    /// <summary>Whether the value is a type, a null or true, or has the form of a placeholder.</summary>
    public static bool Is(ReadOnlySpan<byte> value)
    {
        switch (value[0])
        {
            case (byte)'<':
                return value[^1] == '>';
            case (byte)'{':
                return value[^1] == '}';
            case (byte)'$':
                return value[^1] == '}' && value.StartsWith("${"u8);
            case (byte)'*':
                return value.IndexOfAnyExcept((byte)'*') < 0;
            default:
                return IsWord(value, "null"u8) || IsWord(value, "none"u8) || IsWord(value, "nil"u8) || IsWord(value, "undefined"u8)
                    || IsWord(value, "true"u8) || IsWord(value, "false"u8) || IsWord(value, "str"u8) || IsWord(value, "string"u8)
                    || IsWord(value, "bytes"u8) || IsWord(value, "int"u8) || IsWord(value, "required"u8) || IsWord(value, "optional"u8);
        }
    }

    /// <summary>Whether a value without quotation marks begins a block or is a call, an index or a generic type.</summary>
    public static bool IsCode(ReadOnlySpan<byte> text, int start, int end)
    {
        const int LongestIdentifier = 64;
        ReadOnlySpan<byte> value = text[start..end];
        if (value[0] is (byte)'{' or (byte)'[' or (byte)'(' || value.StartsWith("${"u8) || value.StartsWith("$("u8))
        {
            return true;
        }

        int at = start;
        while (at < end && at - start < LongestIdentifier && (TextEdges.IsWordByte(text[at]) || text[at] is (byte)'_' or (byte)'.'))
        {
            at++;
        }

        bool isName = at > start && !TextEdges.IsDigit(text, start);
        return isName && at < text.Length && text[at] is (byte)'(' or (byte)'[' or (byte)'<';
    }

    private static bool IsWord(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word) => System.Text.Ascii.EqualsIgnoreCase(value, word);
}
