using Docs.Searching;

namespace Docs.Answering;

/// <summary>How much of a question its answer speaks of.</summary>
/// <param name="Asked">How many concepts the question has.</param>
/// <param name="Missing">Its words that no quote speaks of.</param>
/// <param name="Evidence">Where the quotes stand.</param>
internal sealed record Coverage(int Asked, IReadOnlyList<string> Missing, IReadOnlyList<string> Evidence)
{
    /// <summary>From 0 to 1.</summary>
    public double Share => Asked == 0 || Evidence.Count == 0 ? 0 : Math.Max(0, Asked - Missing.Count) / (double)Asked;

    public string Conclusion => Evidence.Count == 0 ? "say that nothing relevant was found" : Missing.Count == 0 ? "answer" : "answer, and name what is missing";

    public static Coverage Of(Answer answer, Query query) => new(
        query.Concepts.Count,
        answer.Missing,
        [.. answer.Quotes.Select(quote => $"{quote.Path}:{quote.FirstLine} {quote.Heading}")]);

    public string Describe() => Evidence.Count == 0
        ? $"no quote speaks of the {Asked} concepts of the question"
        : $"{Evidence.Count} quotes speak of {Math.Max(0, Asked - Missing.Count)} of the {Asked} concepts of the question";
}
