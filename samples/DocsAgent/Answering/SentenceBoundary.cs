namespace Docs.Answering;

/// <summary>Finds places where a text may be cut without breaking a sentence, or else a word.</summary>
internal static class SentenceBoundary
{
    // A sentence that started longer ago is cut in its middle.
    private const int LongestLookBack = 200;

    /// <summary>Start of the sentence that holds the place.</summary>
    public static int Before(string text, int place)
    {
        int furthest = Math.Max(0, place - LongestLookBack);
        for (int i = place; i > furthest; i--)
        {
            if (Ends(text, i - 1))
            {
                return SkipSpace(text, i);
            }
        }

        return furthest == 0 ? 0 : WordStart(text, furthest);
    }

    /// <summary>End of the last sentence that fits into the length; the end of a word when none does.</summary>
    public static int After(string text, int start, int length)
    {
        if (text.Length - start <= length)
        {
            return text.Length;
        }

        for (int i = start + length; i > start + (length / 3); i--)
        {
            if (Ends(text, i - 1))
            {
                return i;
            }
        }

        int space = text.LastIndexOfAny([' ', '\n'], start + length, length);
        return space > start ? space : start + length;
    }

    private static bool Ends(string text, int i) =>
        text[i] is '.' or '!' or '?' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]);

    private static int SkipSpace(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int WordStart(string text, int place)
    {
        int space = text.AsSpan(place).IndexOfAny(' ', '\n');
        return space is >= 0 and < LongestLookBack ? place + space + 1 : place;
    }
}
