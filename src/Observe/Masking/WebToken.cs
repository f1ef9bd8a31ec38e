namespace Observe.Masking;

/// <summary>
/// Finds JSON Web Tokens in compact form (RFC 7515, 7516 and 7519): parts in base64url with dots between them, three of them where it is
/// signed and five where it is encrypted. The first is a JSON object, which begins with <c>{"</c>: in base64url <c>eyJ</c>.
/// </summary>
internal static class WebToken
{
    private const int LeastHeader = 10;
    private const int LeastRest = 8;
    private const int MostParts = 5;

    /// <param name="text">The text.</param>
    /// <param name="start">Where <c>eyJ</c> begins.</param>
    /// <param name="headerEnd">Where the first part ends.</param>
    /// <returns>Where the token ends, or -1 where there is none.</returns>
    public static int EndAt(ReadOnlySpan<byte> text, int start, int headerEnd)
    {
        if (headerEnd - start < LeastHeader)
        {
            return -1;
        }

        if (SecretMarks.IsCutAt(text, headerEnd))
        {
            return headerEnd;
        }

        int end = headerEnd;
        for (int parts = 1; parts < MostParts && end < text.Length && text[end] == '.'; parts++)
        {
            int next = PartEnd(text, end + 1);
            // An encrypted one may have an empty part; the dot of a sentence is not followed by one more.
            if (next == end + 1 && !(next + 1 < text.Length && text[next] == '.' && TokenRun.IsTokenByte(text[next + 1])))
            {
                break;
            }

            end = next;
        }

        return end - headerEnd > LeastRest || (end > headerEnd && SecretMarks.IsCutAt(text, end)) ? end : -1;
    }

    private static int PartEnd(ReadOnlySpan<byte> text, int start)
    {
        int at = start;
        while (at < text.Length && TokenRun.IsTokenByte(text[at]))
        {
            at++;
        }

        return at;
    }
}
