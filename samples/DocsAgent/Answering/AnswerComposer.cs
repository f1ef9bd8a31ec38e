using Docs.Reading;
using Docs.Searching;

namespace Docs.Answering;

/// <summary>Makes an answer of what was found, and says what was not.</summary>
internal static class AnswerComposer
{
    private const int MostNearest = 3;

    public static Answer Compose(string question, Route route, Query query, IReadOnlyList<Quote> quotes, IReadOnlyList<Hit> hits)
    {
        double[] matched = query.Match(string.Join('\n', quotes.Select(quote => $"{quote.Heading}\n{quote.Text}")));
        string[] missing = [.. query.Concepts.Where((_, i) => matched[i] == 0).Select(concept => concept.Word)];
        Section[] nearest = quotes.Count > 0 ? [] : [.. hits.Take(MostNearest).Select(hit => hit.Section)];
        return new Answer(question, route, quotes, missing, nearest);
    }
}
