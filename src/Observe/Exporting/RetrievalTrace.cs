namespace Observe;

/// <summary>What is known of a search for documents, beside what every scope has; the documents are the scope's result.</summary>
public sealed record RetrievalTrace
{
    /// <summary>What was searched for, or null.</summary>
    public string? Query { get; init; }

    /// <summary>How many documents were asked for, or null.</summary>
    public int? TopK { get; init; }

    /// <summary>Where was searched, or null.</summary>
    public string? Source { get; init; }

    /// <summary>How many documents were found; null when they are not captured.</summary>
    public int? Found { get; init; }

    /// <summary>How well the documents fit, in their order; empty when that is not known.</summary>
    public IReadOnlyList<double> Scores { get; init; } = [];
}
