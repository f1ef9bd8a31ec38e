namespace Observe.Masking;

/// <summary>Finds private keys in textual form (RFC 7468), also those of OpenSSH and of OpenPGP (RFC 9580, section 6.2).</summary>
internal static class PrivateKeyBlock
{
    private const int LongestLabel = 64;

    private static ReadOnlySpan<byte> Dashes => "-----"u8;

    /// <param name="text">The text.</param>
    /// <param name="begin">Where the word BEGIN begins.</param>
    /// <returns>Where the block ends, or -1 where there is none.</returns>
    public static int EndAt(ReadOnlySpan<byte> text, int begin)
    {
        if (begin < Dashes.Length || !text[..begin].EndsWith(Dashes) || !text[begin..].StartsWith("BEGIN "u8))
        {
            return -1;
        }

        int label = LabelLength(text[begin..]);
        if (label < 0 || text.Slice(begin, label).IndexOf("PRIVATE KEY"u8) < 0)
        {
            return -1;
        }

        int body = begin + label + Dashes.Length;
        int end = text[body..].IndexOf("-----END "u8);
        if (end < 0)
        {
            // Cut off, or not well formed: everything may belong to it.
            return SecretMarks.EndOf(text);
        }

        end += body + Dashes.Length;
        int endLabel = LabelLength(text[end..]);
        return endLabel < 0 ? SecretMarks.EndOf(text) : end + endLabel + Dashes.Length;
    }

    private static int LabelLength(ReadOnlySpan<byte> text) => text[..Math.Min(text.Length, LongestLabel)].IndexOf(Dashes);
}
