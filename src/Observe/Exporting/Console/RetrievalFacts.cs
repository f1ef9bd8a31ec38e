using System.Globalization;

namespace Observe;

/// <summary>A search for documents: query, source, how many were found, and how well the best ones fit.</summary>
internal sealed class RetrievalFacts(TraceTreeStyle style)
{
    private const int MaxScores = 3;
    private const int LeastOfQuery = 16;

    private readonly Glyphs _glyphs = style.Glyphs;
    private readonly ValueText _values = new(style.Glyphs);

    public ScopeFacts Of(TraceNode node, RetrievalTrace retrieval, int room)
    {
        List<StyledText> pieces = [];
        Add(Asked(node, retrieval, Math.Max(Math.Min(LeastOfQuery, room), room / 2)), TextStyle.Plain);
        Add(retrieval.Source is { } source && source != node.Name ? "in " + source : "", TextStyle.Faint);
        Add(Found(retrieval), TextStyle.Plain);
        Add(Best(retrieval.Scores), TextStyle.Faint);
        return new ScopeFacts(pieces, Below(node, retrieval, room));

        void Add(string text, TextStyle textStyle)
        {
            if (text.Length > 0)
            {
                pieces.Add(new StyledText(style).AppendFitting(text, room, textStyle));
            }
        }
    }

    /// <summary>The query, or the arguments where it is not among them.</summary>
    private string Asked(TraceNode node, RetrievalTrace retrieval, int columns) => (style.ShowValues, retrieval.Query, node.Arguments) switch
    {
        (true, { } query, _) => QuotedText.Fit(query, columns, _glyphs),
        (true, null, { } arguments) => _values.Members(arguments, columns),
        _ => "",
    };

    private static string Found(RetrievalTrace retrieval) => (retrieval.Found, retrieval.TopK) switch
    {
        ({ } found, { } most) => string.Create(CultureInfo.InvariantCulture, $"found {found:N0} of {most:N0}"),
        ({ } found, null) => string.Create(CultureInfo.InvariantCulture, $"found {found:N0}"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $"top {most:N0}"),
        _ => "",
    };

    // Searches hand out the best first, whether a high score is good (similarity) or a low one (distance).
    private static string Best(IReadOnlyList<double> scores)
    {
        if (scores.Count == 0)
        {
            return "";
        }

        List<double> best = [.. scores];
        if (!IsAscending(scores))
        {
            best.Sort(static (left, right) => right.CompareTo(left));
        }

        List<string> texts = [];
        for (int i = 0; i < best.Count && i < MaxScores; i++)
        {
            texts.Add(best[i].ToString("0.###", CultureInfo.InvariantCulture));
        }

        return "best " + string.Join(", ", texts);
    }

    private static bool IsAscending(IReadOnlyList<double> scores)
    {
        for (int i = 1; i < scores.Count; i++)
        {
            if (!(scores[i - 1] <= scores[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The result, where it is no list of documents.</summary>
    private StyledText[] Below(TraceNode node, RetrievalTrace retrieval, int room) =>
        style.ShowValues && retrieval.Found is null && node is { Result: { } result, Outcome: Outcome.Ok or Outcome.Unfinished }
            ? [new StyledText(style).Append(_glyphs.Arrow + " ", TextStyle.Faint).AppendFitting(_values.Value(result, room - 2), room - 2)]
            : [];
}
