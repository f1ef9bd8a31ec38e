using Docs.Reading;
using Docs.Searching;

namespace Docs.Answering;

/// <summary>Cuts a block to a size that people read, around the part that speaks of the question.</summary>
internal static class Excerpt
{
    private const int LongestText = 360;
    // The rest is room for the sentence that the stretch begins in.
    private const int ReachOfStart = 240;
    private const int MostLines = 12;
    private const int LongestLine = 240;

    public static Block Of(Block block, Query query, Route route) => block.Kind is BlockKind.Prose or BlockKind.ListEntry
        ? OfText(block, query, route)
        : OfLines(block, query);

    private static Block OfText(Block block, Query query, Route route)
    {
        string text = block.Text;
        if (text.Length <= LongestText)
        {
            return block;
        }

        int? definition = route == Route.Definition ? DefiningSentence.Find(text, query) : null;
        int start = definition ?? SentenceBoundary.Before(text, BestStart(text, query));
        int end = SentenceBoundary.After(text, start, LongestText);
        string cut = (start > 0 ? "… " : "") + text[start..end].Trim() + (end < text.Length ? " …" : "");
        int firstLine = block.FirstLine + text.AsSpan(0, start).Count('\n');
        return new Block(block.Kind, cut, firstLine, firstLine + text.AsSpan(start, end - start).Count('\n'));
    }

    /// <summary>Where the stretch of text begins that says most.</summary>
    private static int BestStart(string text, Query query)
    {
        Token[] tokens = [.. Tokenizer.Tokenize(text).Where(token => query.Meanings(token.Term).Count > 0)];
        int best = 0;
        double most = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            int start = tokens[i].Start;
            double said = query.Weigh(query.Match(tokens.Skip(i).TakeWhile(token => token.Start < start + ReachOfStart)));
            if (said > most)
            {
                (best, most) = (start, said);
            }
        }

        return best;
    }

    private static Block OfLines(Block block, Query query)
    {
        string[] lines = block.Text.Split('\n');
        if (lines.Length <= MostLines)
        {
            return block with { Text = Join(lines) };
        }

        double[] scores = [.. lines.Select(line => query.Weigh(query.Match(line)))];
        int best = Enumerable.Range(0, lines.Length - MostLines + 1).MaxBy(start => scores.Skip(start).Take(MostLines).Sum());
        // Lines at the rim that say nothing are only there to fill the frame.
        int first = Math.Max(best, Array.FindIndex(scores, best, score => score > 0));
        int last = Math.Max(first, Array.FindLastIndex(scores, best + MostLines - 1, score => score > 0));
        return new Block(block.Kind, Join(lines.AsSpan(first..(last + 1))), block.FirstLine + first, block.FirstLine + last);
    }

    /// <summary>The lines as one text, moved to the left margin together.</summary>
    private static string Join(ReadOnlySpan<string> lines)
    {
        int indent = int.MaxValue;
        foreach (string line in lines)
        {
            indent = string.IsNullOrWhiteSpace(line) ? indent : Math.Min(indent, line.Length - line.TrimStart().Length);
        }

        return string.Join('\n', lines.ToArray().Select(line => Shorten(line[Math.Min(indent, line.Length)..])));
    }

    private static string Shorten(string line) => line.Length <= LongestLine ? line : line[..LongestLine] + "…";
}
