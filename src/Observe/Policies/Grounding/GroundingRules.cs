namespace Observe;

/// <summary>
/// Rules of a <see cref="GroundingPolicy"/>. Names and defaults of the rules in a file are those of Waxell's category
/// <c>grounding</c> (https://waxell.ai/docs/observe/governance/grounding).
/// </summary>
public sealed record GroundingRules
{
    /// <summary>Whether a run without citations is a violation. In a file: <c>require_source_grounding</c>. Default: false.</summary>
    public bool RequireSourceGrounding { get; init; }

    /// <summary>
    /// Least relevance score of retrieval results, and least score <c>grounding_score</c>; from 0 to 1; null: not checked. In a file:
    /// <c>min_grounding_score</c>. Default: 0.7.
    /// </summary>
    public double? MinGroundingScore { get; init; } = 0.7;

    /// <summary>Least score <c>citations</c>; not checked in runs that do not record it. In a file: <c>min_citations</c>. Default: 1.</summary>
    public int MinCitations { get; init; } = 1;

    /// <summary>Greatest score <c>unsupported_claims</c>; null: not checked. In a file: <c>max_unsupported_claims</c>. Default: null.</summary>
    public int? MaxUnsupportedClaims { get; init; }

    /// <summary>Reserved: kept and not used. In a file: <c>factual_consistency_check</c>. Default: false.</summary>
    public bool FactualConsistencyCheck { get; init; }

    /// <summary>
    /// Least score <c>output_confidence</c>, from 0 to 1; below it the policy blocks, whatever <see cref="ActionOnViolation"/> says: the
    /// agent should abstain. Null: not checked. In a file: <c>abstention_threshold</c>. Default: null.
    /// </summary>
    public double? AbstentionThreshold { get; init; }

    /// <summary>What to answer then; the policy's answer carries it as metadata <c>abstention_response</c>. In a file: <c>abstention_response</c>. Default: none.</summary>
    public string? AbstentionResponse { get; init; }

    /// <summary>Retrieval results with a lower relevance score are not looked at; null: all are. In a file: <c>score_relevance_floor</c>. Default: null.</summary>
    public double? ScoreRelevanceFloor { get; init; }

    /// <summary>How the scores of retrieval results are held against <see cref="MinGroundingScore"/>. In a file: <c>score_eval_mode</c>. Default: all.</summary>
    public GroundingScoreMode ScoreEvalMode { get; init; }

    /// <summary>How many scores count with <see cref="GroundingScoreMode.TopN"/>; at least 1. In a file: <c>score_top_n</c>. Default: 3.</summary>
    public int ScoreTopN { get; init; } = 3;

    /// <summary>What happens on a violation: <see cref="PolicyAction.Warn"/> or <see cref="PolicyAction.Block"/>. In a file: <c>action_on_violation</c>. Default: warn.</summary>
    public PolicyAction ActionOnViolation { get; init; } = PolicyAction.Warn;

    internal static GroundingRules Read(PolicyRules rules) => new()
    {
        RequireSourceGrounding = rules.Boolean("require_source_grounding", false),
        MinGroundingScore = (double?)rules.Number("min_grounding_score", 0.7m, 0m, 1m),
        MinCitations = rules.Integer("min_citations", 1, minimum: 0) ?? 0,
        MaxUnsupportedClaims = rules.Integer("max_unsupported_claims", null, minimum: 0),
        FactualConsistencyCheck = rules.Boolean("factual_consistency_check", false),
        AbstentionThreshold = (double?)rules.Number("abstention_threshold", null, 0m, 1m),
        AbstentionResponse = rules.Text("abstention_response"),
        ScoreRelevanceFloor = (double?)rules.Number("score_relevance_floor", null, 0m, 1m),
        ScoreEvalMode = rules.Word("score_eval_mode", "all", "all", "average", "top_n") switch
        {
            "average" => GroundingScoreMode.Average,
            "top_n" => GroundingScoreMode.TopN,
            _ => GroundingScoreMode.All,
        },
        ScoreTopN = rules.Integer("score_top_n", 3, minimum: 1) ?? 3,
        ActionOnViolation = rules.Action("action_on_violation", PolicyAction.Warn, PolicyAction.Warn, PolicyAction.Block),
    };
}
