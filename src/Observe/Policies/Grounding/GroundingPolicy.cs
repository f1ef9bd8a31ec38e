using System.Globalization;
using Observe.Policies;

namespace Observe;

/// <summary>Looks at how well a run's answer rests on sources. Category: <c>grounding</c>.</summary>
/// <remarks>
/// In two phases. During the run, before each call of a language model and at checks, the relevance scores of what the run reported
/// with <see cref="RunContext.RecordRetrievalResult"/>; new results are judged together with the earlier ones. At checks by hand and
/// after the run, scores that the run recorded: <c>output_confidence</c> (from 0 to 1), <c>grounding_score</c> (from 0 to 1),
/// <c>citations</c> (a count) and <c>unsupported_claims</c> (a count), in this order; the first that fails gives the answer. A score
/// that was not recorded is not checked, but for the citations of <see cref="GroundingRules.RequireSourceGrounding"/>, after the run.
/// </remarks>
public sealed class GroundingPolicy : IPolicy
{
    private readonly GroundingRules _rules;
    private readonly GroundingScores _scores;
    private readonly FactReview<RetrievalResult> _results;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public GroundingPolicy(GroundingRules? rules = null, string name = "grounding")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new GroundingRules();
        RuleCheck.Action(_rules.ActionOnViolation, nameof(_rules.ActionOnViolation), PolicyAction.Warn, PolicyAction.Block);
        RuleCheck.Share(_rules.MinGroundingScore, nameof(_rules.MinGroundingScore));
        RuleCheck.Share(_rules.AbstentionThreshold, nameof(_rules.AbstentionThreshold));
        RuleCheck.Share(_rules.ScoreRelevanceFloor, nameof(_rules.ScoreRelevanceFloor));
        RuleCheck.AtLeast(0, _rules.MinCitations, nameof(_rules.MinCitations));
        RuleCheck.AtLeast(0, _rules.MaxUnsupportedClaims, nameof(_rules.MaxUnsupportedClaims));
        RuleCheck.AtLeast(1, _rules.ScoreTopN, nameof(_rules.ScoreTopN));
        Name = name;
        _scores = new GroundingScores(_rules);
        _results = new FactReview<RetrievalResult>(static facts => facts.RetrievalResults, JudgeResults, forgives: true);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "grounding";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeLlmCall | PolicyPoints.Checkpoint | PolicyPoints.AfterRun;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        PolicyResult results = _results.Review(context);
        PolicyResult answer = context.Kind == ScopeKind.Run ? JudgeScores(context) : PolicyResult.Allow;
        return answer.Action > results.Action ? answer : results;
    }

    private PolicyResult JudgeResults(PolicyContext context, IReadOnlyList<RetrievalResult> results, int firstNew) =>
        _scores.Violation(results) is { } reason ? new PolicyResult(_rules.ActionOnViolation, reason) : PolicyResult.Allow;

    private PolicyResult JudgeScores(PolicyContext context)
    {
        RunFacts facts = context.Facts;
        if (facts.Score("output_confidence") is { } confidence && confidence < _rules.AbstentionThreshold)
        {
            return Abstain(confidence);
        }

        double? citations = facts.Score("citations");
        string? reason =
            facts.Score("grounding_score") is { } grounding && grounding < _rules.MinGroundingScore
                ? string.Create(CultureInfo.InvariantCulture, $"the grounding score is {grounding:0.###}, less than {_rules.MinGroundingScore:0.###}")
            : _rules.RequireSourceGrounding && !context.IsBefore && citations is null or <= 0 ? "the answer has no citations"
            : citations < _rules.MinCitations
                ? string.Create(CultureInfo.InvariantCulture, $"the answer has {citations:0.##} citations, fewer than {_rules.MinCitations}")
            : facts.Score("unsupported_claims") is { } claims && claims > _rules.MaxUnsupportedClaims
                ? string.Create(CultureInfo.InvariantCulture, $"the answer has {claims:0.##} unsupported claims, more than {_rules.MaxUnsupportedClaims}")
            : null;
        return reason is null ? PolicyResult.Allow : new PolicyResult(_rules.ActionOnViolation, reason);
    }

    private PolicyResult Abstain(double confidence)
    {
        Dictionary<string, string> metadata = new() { ["abstain"] = "true" };
        if (_rules.AbstentionResponse is { } response)
        {
            metadata["abstention_response"] = response;
        }

        string reason = string.Create(
            CultureInfo.InvariantCulture, $"the confidence is {confidence:0.###}, less than {_rules.AbstentionThreshold:0.###}: the agent should abstain");
        return new PolicyResult(PolicyAction.Block, reason) { Metadata = metadata };
    }
}
