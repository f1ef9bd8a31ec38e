using Docs.Reading;

namespace Docs.Answering;

/// <summary>What the documents say to a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Route">What kind of answer it wants.</param>
/// <param name="Quotes">What the documents say, the best first; empty when they say nothing.</param>
/// <param name="Missing">Words of the question that no quote speaks of.</param>
/// <param name="Nearest">When there are no quotes: sections that come nearest, but not near enough.</param>
public sealed record Answer(
    string Question,
    Route Route,
    IReadOnlyList<Quote> Quotes,
    IReadOnlyList<string> Missing,
    IReadOnlyList<Section> Nearest)
{
    /// <summary>Sections that were found and could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>Why sections that were found must not be read; null when they may.</summary>
    public string? Forbidden { get; init; }
}
