namespace Observe.Masking;

/// <summary>Finds the access key ids of Amazon Web Services: a prefix of four letters and sixteen capitals and digits.</summary>
internal static class AwsKey
{
    private const int PrefixLength = 4;
    private const int Length = 20;
    private const int LeastCut = 8;

    /// <returns>Where the id ends that begins here, or -1 where there is none.</returns>
    public static int EndAt(ReadOnlySpan<byte> text, int start)
    {
        ReadOnlySpan<byte> rest = text[start..];
        if (!(rest.StartsWith("AKIA"u8) || rest.StartsWith("ASIA"u8)) || !TextEdges.IsStart(text, start))
        {
            return -1;
        }

        int length = PrefixLength;
        while (length < Length && TextEdges.IsWordByteAt(rest, length) && !char.IsAsciiLetterLower((char)rest[length]))
        {
            length++;
        }

        bool isWhole = length == Length && !TextEdges.IsWordByteAt(rest, length);
        return isWhole || (length >= LeastCut && SecretMarks.IsCutAt(rest, length)) ? start + length : -1;
    }
}
