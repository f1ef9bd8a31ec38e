using System.Text.RegularExpressions;

namespace Docs.Reading;

/// <summary>A heading, either <c>## Like this</c> or a line with <c>===</c> or <c>---</c> below it.</summary>
public readonly partial record struct MarkdownHeading(int Level, string Text)
{
    /// <summary>The heading that starts on a line which is known to be outside code; null when none does.</summary>
    public static MarkdownHeading? At(IReadOnlyList<string> lines, int index)
    {
        if (Marked().Match(lines[index]) is { Success: true } marked)
        {
            return new MarkdownHeading(marked.Groups["marks"].Length, marked.Groups["text"].Value);
        }

        // Underlined: one line of text by itself. The second line of a paragraph, a list entry or a table row above --- is no heading.
        bool startsParagraph = index == 0 || string.IsNullOrWhiteSpace(lines[index - 1]);
        if (startsParagraph && index + 1 < lines.Count && PlainText().IsMatch(lines[index]) && Underline().IsMatch(lines[index + 1]))
        {
            return new MarkdownHeading(lines[index + 1].TrimStart()[0] == '=' ? 1 : 2, lines[index].Trim());
        }

        return null;
    }

    [GeneratedRegex(@"^ {0,3}(?<marks>#{1,6})(?:[ \t]+(?<text>.*?))??(?:[ \t]+#+)?[ \t]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^ {0,3}(?![-*+>|<#] ?|\d+[.)] )\S")]
    private static partial Regex PlainText();

    [GeneratedRegex(@"^ {0,3}(=+|-+)[ \t]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Underline();
}
