namespace Docs.Searching;

/// <summary>
/// Splits text into words without their endings. A name such as <c>NotCaptured</c> counts as itself and as its parts, because
/// people ask with words what code says with names.
/// </summary>
public static class Tokenizer
{
    // Whatever is longer is encoded data, not a word.
    private const int LongestWord = 64;

    public static IEnumerable<Token> Tokenize(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            if (!char.IsLetterOrDigit(text[start]))
            {
                start++;
                continue;
            }

            int end = start + 1;
            int parts = 0;
            int part = start;
            for (; end < text.Length && char.IsLetterOrDigit(text[end]); end++)
            {
                if (char.IsUpper(text[end]) && char.IsLower(text[end - 1]))
                {
                    if (Read(text, part, end) is { } inner)
                    {
                        yield return inner;
                    }

                    (parts, part) = (parts + 1, end);
                }
            }

            if (parts > 0 && Read(text, part, end) is { } last)
            {
                yield return last;
            }

            // C# and F# are words of their own.
            end += end - start == 1 && end < text.Length && text[end] == '#' ? 1 : 0;
            if (Read(text, start, end) is { } whole)
            {
                yield return whole;
            }

            start = end;
        }
    }

    private static Token? Read(string text, int start, int end)
    {
        int length = end - start;
        if (length > LongestWord || (length == 1 && !char.IsDigit(text[start])))
        {
            return null;
        }

        string word = text.Substring(start, length).ToLowerInvariant();
        return StopWords.Contains(word) ? null : new Token(Stemmer.Stem(word), start, length);
    }
}
