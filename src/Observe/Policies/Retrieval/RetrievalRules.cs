namespace Observe;

/// <summary>
/// Rules of a <see cref="RetrievalPolicy"/>; what is checked is what a run reports with <see cref="RunContext.RecordRetrievalResult"/>.
/// Names are compared without regard to case, <c>*</c> stands for any characters. Names and defaults of the rules in a file are those
/// of Waxell's category <c>retrieval</c> (https://waxell.ai/docs/observe/governance/retrieval).
/// </summary>
public sealed record RetrievalRules
{
    /// <summary>Least relevance score of a result, from 0 to 1; null: not checked. In a file: <c>min_relevance_score</c>. Default: 0.7.</summary>
    public double? MinRelevanceScore { get; init; } = 0.7;

    /// <summary>Oldest that a result may be, in days; null: not checked. In a file: <c>max_source_age_days</c>. Default: 90.</summary>
    public int? MaxSourceAgeDays { get; init; } = 90;

    /// <summary>
    /// Fewest results of a run that retrieves at all, checked before each call of a language model and after the run; null: not
    /// checked. In a file: <c>min_chunks</c>. Default: 1.
    /// </summary>
    public int? MinChunks { get; init; } = 1;

    /// <summary>Most results of a run; at most 1,000; null: not checked. In a file: <c>max_chunks</c>. Default: 10.</summary>
    public int? MaxChunks { get; init; } = 10;

    /// <summary>Collections that may be searched; empty: every collection. A violation blocks. In a file: <c>allowed_collections</c>. Default: none.</summary>
    public IReadOnlyList<string> AllowedCollections { get; init; } = [];

    /// <summary>Sources that no result may come from. A violation blocks. In a file: <c>blocked_sources</c>. Default: none.</summary>
    public IReadOnlyList<string> BlockedSources { get; init; } = [];

    /// <summary>Whether the results of a run must come from several sources; warned about after the run. In a file: <c>require_source_diversity</c>. Default: false.</summary>
    public bool RequireSourceDiversity { get; init; }

    /// <summary>Largest share of results, from 0 to 1, that one source may have then. In a file: <c>max_single_source_ratio</c>. Default: 0.6.</summary>
    public double MaxSingleSourceRatio { get; init; } = 0.6;

    /// <summary>What a result of too low relevance means: <see cref="PolicyAction.Warn"/> or <see cref="PolicyAction.Block"/>. In a file: <c>action_on_low_relevance</c>. Default: warn.</summary>
    public PolicyAction ActionOnLowRelevance { get; init; } = PolicyAction.Warn;

    /// <summary>What a result that is too old means: <see cref="PolicyAction.Warn"/> or <see cref="PolicyAction.Block"/>. In a file: <c>action_on_stale_source</c>. Default: block.</summary>
    public PolicyAction ActionOnStaleSource { get; init; } = PolicyAction.Block;

    /// <summary>What too few or too many results mean: <see cref="PolicyAction.Warn"/> or <see cref="PolicyAction.Block"/>. In a file: <c>action_on_chunk_violation</c>. Default: warn.</summary>
    public PolicyAction ActionOnChunkViolation { get; init; } = PolicyAction.Warn;

    internal static RetrievalRules Read(PolicyRules rules) => new()
    {
        MinRelevanceScore = (double?)rules.Number("min_relevance_score", 0.7m, 0m, 1m),
        MaxSourceAgeDays = rules.Integer("max_source_age_days", 90, minimum: 0),
        MinChunks = rules.Integer("min_chunks", 1, minimum: 0),
        MaxChunks = rules.Integer("max_chunks", 10, minimum: 0, maximum: 1000),
        AllowedCollections = rules.Texts("allowed_collections"),
        BlockedSources = rules.Texts("blocked_sources"),
        RequireSourceDiversity = rules.Boolean("require_source_diversity", false),
        MaxSingleSourceRatio = (double)(rules.Number("max_single_source_ratio", 0.6m, 0m, 1m) ?? 1m),
        ActionOnLowRelevance = rules.Action("action_on_low_relevance", PolicyAction.Warn, PolicyAction.Warn, PolicyAction.Block),
        ActionOnStaleSource = rules.Action("action_on_stale_source", PolicyAction.Block, PolicyAction.Warn, PolicyAction.Block),
        ActionOnChunkViolation = rules.Action("action_on_chunk_violation", PolicyAction.Warn, PolicyAction.Warn, PolicyAction.Block),
    };
}
