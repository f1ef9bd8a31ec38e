namespace Observe.Generators.Parsing;

/// <summary>Tells what a machine has drawn from what a person wrote in its place.</summary>
internal static class RandomText
{
    private const int LeastDistinct = 8;

    private static readonly string[] s_stopgaps =
    [
        "example", "sample", "placeholder", "your", "xxxx", "test", "dummy", "fake", "changeme", "redacted", "replace", "insert", "secret",
        "demo", "0000", "...",
    ];

    public static bool Is(string text, int start, int end)
    {
        bool hasLetter = false;
        bool hasDigit = false;
        int neighbours = 0;
        HashSet<char> distinct = [];
        for (int i = start; i < end; i++)
        {
            hasLetter |= char.IsLetter(text[i]);
            hasDigit |= char.IsDigit(text[i]);
            distinct.Add(text[i]);
            neighbours += i > start && text[i] - text[i - 1] is 0 or 1 ? 1 : 0;
        }

        // abcdef, 123456, aaaa
        bool isRow = neighbours * 3 > end - start;
        return hasLetter && hasDigit && !isRow && distinct.Count >= LeastDistinct && !IsStopgap(text, start, end - start);
    }

    /// <summary>Whether some word says that something else is to stand here.</summary>
    public static bool IsStopgap(string text, int start, int length)
    {
        foreach (string word in s_stopgaps)
        {
            if (text.IndexOf(word, start, length, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
