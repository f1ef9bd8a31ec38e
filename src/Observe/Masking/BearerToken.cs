namespace Observe.Masking;

/// <summary>Finds tokens behind the word Bearer (RFC 6750, section 2.1) where no name of a header stands before it.</summary>
internal static class BearerToken
{
    /// <summary>Length of the word and its space; the token begins behind them.</summary>
    public const int SchemeLength = 7;

    private const int LeastLength = 16;
    private const int LeastCut = 4;

    /// <returns>Where the token ends whose scheme begins here, or -1 where there is none.</returns>
    public static int EndAt(ReadOnlySpan<byte> text, int scheme)
    {
        if (!text[scheme..].StartsWith("Bearer "u8) || !TextEdges.IsStart(text, scheme))
        {
            return -1;
        }

        int start = scheme + SchemeLength;
        int end = start;
        bool hasDigit = false;
        while (end < text.Length && IsTokenByte(text[end]))
        {
            hasDigit |= TextEdges.IsDigit(text, end);
            end++;
        }

        int length = end - start;
        return (length >= LeastLength && hasDigit) || (length >= LeastCut && SecretMarks.IsCutAt(text, end)) ? end : -1;
    }

    private static bool IsTokenByte(byte value) =>
        TokenRun.IsTokenByte(value) || value is (byte)'.' or (byte)'~' or (byte)'+' or (byte)'/' or (byte)'=';
}
