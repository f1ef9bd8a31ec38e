using System.Globalization;
using Observe.Policies;

namespace Observe;

/// <summary>
/// Looks at the documents that a run retrieves, by what it reports with <see cref="RunContext.RecordRetrievalResult"/>. Category:
/// <c>retrieval</c>.
/// </summary>
/// <remarks>
/// In this order: number of results, then for each result relevance, age, collection and source; the most severe answer counts, of
/// several alike the first. A score or date that is not known is not checked. Each result is judged once; a block stays in force for
/// the rest of the run. After the run it warns only.
/// </remarks>
public sealed class RetrievalPolicy : IPolicy
{
    private readonly RetrievalRules _rules;
    private readonly NamePatterns _collections;
    private readonly NamePatterns _blockedSources;
    private readonly FactReview<RetrievalResult> _results;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public RetrievalPolicy(RetrievalRules? rules = null, string name = "retrieval")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new RetrievalRules();
        RuleCheck.Action(_rules.ActionOnLowRelevance, nameof(_rules.ActionOnLowRelevance), PolicyAction.Warn, PolicyAction.Block);
        RuleCheck.Action(_rules.ActionOnStaleSource, nameof(_rules.ActionOnStaleSource), PolicyAction.Warn, PolicyAction.Block);
        RuleCheck.Action(_rules.ActionOnChunkViolation, nameof(_rules.ActionOnChunkViolation), PolicyAction.Warn, PolicyAction.Block);
        RuleCheck.Share(_rules.MinRelevanceScore, nameof(_rules.MinRelevanceScore));
        RuleCheck.Share(_rules.MaxSingleSourceRatio, nameof(_rules.MaxSingleSourceRatio));
        RuleCheck.AtLeast(0, _rules.MaxSourceAgeDays, nameof(_rules.MaxSourceAgeDays));
        RuleCheck.AtLeast(0, _rules.MinChunks, nameof(_rules.MinChunks));
        RuleCheck.Between(0, _rules.MaxChunks, 1000, nameof(_rules.MaxChunks));
        RuleCheck.AtLeast(_rules.MinChunks ?? 0, _rules.MaxChunks, nameof(_rules.MaxChunks));
        Name = name;
        _collections = new NamePatterns(_rules.AllowedCollections, nameof(_rules.AllowedCollections), ignoreCase: true);
        _blockedSources = new NamePatterns(_rules.BlockedSources, nameof(_rules.BlockedSources), ignoreCase: true);
        _results = new FactReview<RetrievalResult>(static facts => facts.RetrievalResults, Judge);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "retrieval";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeScope | PolicyPoints.Checkpoint | PolicyPoints.AfterRun;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        PolicyResult answer = _results.Review(context);
        PolicyResult number = (context.Point & (PolicyPoints.BeforeLlmCall | PolicyPoints.AfterRun)) != 0 ? TooFew(context) : PolicyResult.Allow;
        PolicyResult sources = (context.Point & PolicyPoints.AfterRun) != 0 ? TooAlike(context.Facts.RetrievalResults) : PolicyResult.Allow;
        answer = number.Action > answer.Action ? number : answer;
        return sources.Action > answer.Action ? sources : answer;
    }

    private PolicyResult TooFew(PolicyContext context)
    {
        int results = context.Facts.RetrievalResults.Count;
        return results < _rules.MinChunks && (results > 0 || context.Usage.Retrievals > 0)
            ? new PolicyResult(context.IsBefore ? _rules.ActionOnChunkViolation : PolicyAction.Warn, $"{results} retrieval results, fewer than {_rules.MinChunks}")
            : PolicyResult.Allow;
    }

    private PolicyResult TooAlike(IReadOnlyList<RetrievalResult> results)
    {
        // One result has only one source; nothing can be said about it.
        if (!_rules.RequireSourceDiversity || results.Count < 2)
        {
            return PolicyResult.Allow;
        }

        Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
        int most = 0;
        foreach (RetrievalResult result in results)
        {
            int count = counts.GetValueOrDefault(result.Source) + 1;
            counts[result.Source] = count;
            most = Math.Max(most, count);
        }

        return most > _rules.MaxSingleSourceRatio * results.Count
            ? PolicyResult.Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{most} of {results.Count} retrieval results come from one source, more than {_rules.MaxSingleSourceRatio:0.###} of them"))
            : PolicyResult.Allow;
    }

    private PolicyResult Judge(PolicyContext context, IReadOnlyList<RetrievalResult> results, int firstNew)
    {
        PolicyResult worst = results.Count > _rules.MaxChunks
            ? new PolicyResult(_rules.ActionOnChunkViolation, $"{results.Count} retrieval results, more than {_rules.MaxChunks}")
            : PolicyResult.Allow;
        DateTimeOffset now = context.TimeProvider.GetUtcNow();
        for (int i = firstNew; i < results.Count; i++)
        {
            RetrievalResult result = results[i];
            Worsen(ref worst, _rules.ActionOnLowRelevance, result.RelevanceScore < _rules.MinRelevanceScore ? LowRelevance(result) : null);
            Worsen(ref worst, _rules.ActionOnStaleSource, Age(result, now) > _rules.MaxSourceAgeDays ? Stale(result, now) : null);
            Worsen(ref worst, PolicyAction.Block, CollectionViolation(result));
            Worsen(ref worst, PolicyAction.Block, _blockedSources.Contain(result.Source) ? $"source \"{result.Source}\" is blocked" : null);
        }

        return worst;
    }

    private static void Worsen(ref PolicyResult worst, PolicyAction action, string? reason)
    {
        if (reason is not null && action > worst.Action)
        {
            worst = new PolicyResult(action, reason);
        }
    }

    private static double? Age(RetrievalResult result, DateTimeOffset now) => (now - result.Date)?.TotalDays;

    private string LowRelevance(RetrievalResult result) => string.Create(
        CultureInfo.InvariantCulture, $"a retrieval result has the relevance {result.RelevanceScore:0.###}, less than {_rules.MinRelevanceScore:0.###}");

    private string Stale(RetrievalResult result, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"a retrieval result is {Math.Floor(Age(result, now)!.Value)} days old, more than {_rules.MaxSourceAgeDays}");

    private string? CollectionViolation(RetrievalResult result) =>
        _collections.IsEmpty || _collections.Contain(result.Collection) ? null : $"collection \"{result.Collection}\" is not allowed";
}
