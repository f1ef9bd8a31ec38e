using System.Text.RegularExpressions;

namespace Observe.Tests.Documents;

/// <summary>Takes what tests look at out of a document.</summary>
internal static partial class Markdown
{
    /// <summary>What stands between back-quotes.</summary>
    public static IEnumerable<string> Spans(string text) => Span().Matches(text).Select(static match => match.Groups[1].Value);

    /// <summary>The blocks of code in a language.</summary>
    public static IReadOnlyList<string> Code(string text, string language) =>
        [.. Fence().Matches(text).Where(match => match.Groups[1].Value == language).Select(static match => match.Groups[2].Value)];

    /// <summary>The text below a heading, up to the next one that is not below it.</summary>
    public static string? Section(string text, string heading)
    {
        int begin = $"\n{text}".IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        if (begin < 0)
        {
            return null;
        }

        string rest = text[(begin + heading.Length + 1)..];
        int level = heading.TakeWhile(static character => character == '#').Count();
        Match next = Regex.Match(rest, $"^#{{1,{level}}} ", RegexOptions.Multiline, TimeSpan.FromSeconds(10));
        return next.Success ? rest[..next.Index] : rest;
    }

    /// <summary>The rows of the tables whose first column has this heading, each as its cells.</summary>
    public static IEnumerable<string[]> Rows(string text, string firstColumn)
    {
        bool isInside = false;
        foreach (string line in text.Split('\n'))
        {
            string[] cells = [.. line.Trim().Trim('|').Split('|').Select(static cell => cell.Trim())];
            if (!line.StartsWith('|'))
            {
                isInside = false;
            }
            else if (cells[0] == firstColumn)
            {
                isInside = true;
            }
            else if (isInside && !cells[0].StartsWith("---", StringComparison.Ordinal))
            {
                yield return cells;
            }
        }
    }

    [GeneratedRegex("`([^`\n]+)`", RegexOptions.None, 10_000)]
    private static partial Regex Span();

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, 10_000)]
    private static partial Regex Fence();
}
