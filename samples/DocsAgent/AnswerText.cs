using System.Text;
using Docs.Answering;
using Docs.Reading;

namespace Docs;

/// <summary>An answer as it is printed.</summary>
internal static class AnswerText
{
    private const int Width = 100;
    private const string Indent = "  ";

    public static string Of(Answer answer)
    {
        StringBuilder text = new();
        text.AppendLine(answer.Question).AppendLine();
        foreach (Quote quote in answer.Quotes)
        {
            AppendQuote(text, quote);
        }

        if (answer.Quotes.Count == 0)
        {
            text.Append(Indent).AppendLine(
                answer.Missing.Count == 0 ? "There is no word in the question to search for."
                : answer.Forbidden is not null ? "What would answer it must not be read."
                : answer.Unreadable > 0 ? "Nothing could be read that is relevant."
                : "These documents say nothing relevant about it.");
            AppendNearest(text, answer.Nearest);
        }
        else if (answer.Missing.Count > 0)
        {
            text.AppendLine($"{Indent}Not mentioned: {string.Join(", ", answer.Missing)}").AppendLine();
        }

        if (answer.Unreadable > 0)
        {
            text.AppendLine($"{Indent}Sections found that cannot be read any more: {answer.Unreadable}").AppendLine();
        }

        if (answer.Forbidden is not null)
        {
            text.AppendLine($"{Indent}{answer.Forbidden}").AppendLine();
        }

        return Printable(text);
    }

    /// <summary>A document may hold control characters, which must not steer the terminal.</summary>
    private static string Printable(StringBuilder text)
    {
        text.Replace("\t", "    ");
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = char.IsControl(text[i]) && text[i] is not ('\r' or '\n') ? '\uFFFD' : text[i];
        }

        return text.ToString();
    }

    private static void AppendQuote(StringBuilder text, Quote quote)
    {
        // Code and tables depend on their line breaks; prose is broken anew.
        bool keepLines = quote.Kind is BlockKind.Code or BlockKind.TableRow or BlockKind.NumberedSteps;
        foreach (string line in keepLines ? quote.Text.Split('\n') : WordWrap.Lines(quote.Text, Width))
        {
            text.Append(Indent).AppendLine(line.TrimEnd());
        }

        string lines = quote.FirstLine == quote.LastLine ? $"{quote.FirstLine}" : $"{quote.FirstLine}-{quote.LastLine}";
        text.AppendLine($"{Indent}    → {quote.Path}:{lines}  {quote.Heading}").AppendLine();
    }

    private static void AppendNearest(StringBuilder text, IReadOnlyList<Section> nearest)
    {
        if (nearest.Count > 0)
        {
            text.AppendLine($"{Indent}Nearest, though not about all of it:");
        }

        foreach (Section section in nearest)
        {
            text.AppendLine($"{Indent}    → {section.Path}:{section.FirstLine}  {section.Heading}");
        }

        text.AppendLine();
    }
}
