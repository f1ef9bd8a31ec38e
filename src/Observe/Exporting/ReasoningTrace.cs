namespace Observe;

/// <summary>What is known of a thought, beside what every scope has.</summary>
public sealed record ReasoningTrace
{
    /// <summary>The thought, or null.</summary>
    public string? Thought { get; init; }

    /// <summary>What speaks for it.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>What follows, or null.</summary>
    public string? Conclusion { get; init; }
}
