namespace Observe.Policies.Injection;

/// <summary>Structure that ordinary text does not have and hidden instructions often do.</summary>
internal static class StructuralSignals
{
    private const int Base64Run = 200;
    private const int CapitalRun = 15;
    private const int PunctuationRun = 9;

    /// <summary>What stands out in a text; null when nothing does. Only ASCII is looked at.</summary>
    public static string? Find(ReadOnlySpan<byte> utf8)
    {
        int base64 = 0;
        int capitals = 0;
        int punctuation = 0;
        byte previous = 0;
        foreach (byte character in utf8)
        {
            base64 = IsBase64(character) ? base64 + 1 : 0;
            capitals = character is >= (byte)'A' and <= (byte)'Z' ? capitals + 1 : 0;
            punctuation = character is not ((byte)'!' or (byte)'?' or (byte)'.') ? 0
                : character == previous ? punctuation + 1
                : 1;
            previous = character;
            if (base64 == Base64Run || capitals == CapitalRun || punctuation == PunctuationRun)
            {
                return base64 == Base64Run ? "200 or more base64 characters in a row"
                    : capitals == CapitalRun ? "15 or more capital letters in a row"
                    : "9 or more of the same of ! ? . in a row";
            }
        }

        return null;
    }

    private static bool IsBase64(byte character) =>
        character is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'/';
}
