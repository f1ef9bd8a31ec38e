namespace Observe.Masking;

/// <summary>Finds the password in a URL (RFC 3986, section 3.2.1).</summary>
internal static class UrlPassword
{
    /// <param name="text">The text.</param>
    /// <param name="authority">Where the part after <c>://</c> begins.</param>
    /// <param name="end">Where the user information ends: at its at sign; -1 where there is none.</param>
    /// <returns>Where the password begins, or -1 where there is none.</returns>
    public static int StartAt(ReadOnlySpan<byte> text, int authority, out int end)
    {
        end = -1;
        int colon = -1;
        for (int at = authority; at < text.Length && !IsEnd(text[at]); at++)
        {
            if (text[at] == '@')
            {
                end = at; // the last one: passwords hold others
            }
            else if (text[at] == ':' && colon < 0)
            {
                colon = at;
            }
        }

        return colon >= 0 && colon + 1 < end ? colon + 1 : -1;
    }

    private static bool IsEnd(byte value) =>
        value is <= (byte)' ' or (byte)'/' or (byte)'?' or (byte)'#' or (byte)'<' or (byte)'>' or (byte)'\\' || Quotation.IsPlain(value);
}
