namespace Observe;

/// <summary>How a <see cref="GroundingPolicy"/> holds the scores of retrieval results against the least score.</summary>
public enum GroundingScoreMode
{
    /// <summary>Each must reach it. Word in files: <c>all</c>.</summary>
    All,

    /// <summary>Their mean must reach it. Word in files: <c>average</c>.</summary>
    Average,

    /// <summary>Each of the highest ones must reach it. Word in files: <c>top_n</c>.</summary>
    TopN,
}
