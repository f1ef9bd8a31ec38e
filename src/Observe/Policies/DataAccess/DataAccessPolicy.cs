using System.Globalization;
using Observe.Policies;

namespace Observe;

/// <summary>
/// Limits which sources of data a run reads and writes, by what it reports with <see cref="RunContext.RecordDataAccess"/>. Category:
/// <c>data-access</c>.
/// </summary>
/// <remarks>
/// For each access in this order: blocked sources, allowed sources, read-only sources, number of records. An access is reported when
/// it is made, so a block stops what comes after it, for the rest of the run. Each access is judged once. After the run the answer
/// sums the accesses up, or warns about those that nothing could stop any more.
/// </remarks>
public sealed class DataAccessPolicy : IPolicy
{
    private readonly DataAccessRules _rules;
    private readonly NamePatterns _allowed;
    private readonly NamePatterns _blocked;
    private readonly NamePatterns _readOnly;
    private readonly PolicyResult _beforeRun = PolicyResult.Allow;
    private readonly FactReview<DataAccess> _accesses;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public DataAccessPolicy(DataAccessRules? rules = null, string name = "data-access")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new DataAccessRules();
        RuleCheck.Action(_rules.ActionOnViolation, nameof(_rules.ActionOnViolation), PolicyAction.Block, PolicyAction.Warn);
        RuleCheck.AtLeast(0, _rules.MaxRecordsPerQuery, nameof(_rules.MaxRecordsPerQuery));
        Name = name;
        _allowed = new NamePatterns(_rules.AllowedDataSources, nameof(_rules.AllowedDataSources), ignoreCase: true);
        _blocked = new NamePatterns(_rules.BlockedDataSources, nameof(_rules.BlockedDataSources), ignoreCase: true);
        _readOnly = new NamePatterns(_rules.ReadOnlySources, nameof(_rules.ReadOnlySources), ignoreCase: true);
        _accesses = new FactReview<DataAccess>(static facts => facts.DataAccesses, Judge);
        foreach (string source in _rules.DataSources)
        {
            if (SourceViolation(source) is { } reason)
            {
                _beforeRun = new PolicyResult(_rules.ActionOnViolation, $"configured {reason}");
                break;
            }
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "data-access";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeScope | PolicyPoints.Checkpoint | PolicyPoints.AfterRun;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if ((context.Point & PolicyPoints.BeforeRun) != 0)
        {
            return _beforeRun;
        }

        PolicyResult answer = _accesses.Review(context);
        return answer.Action == PolicyAction.Allow && !context.IsBefore ? Summary(context.Facts.DataAccesses) : answer;
    }

    private static PolicyResult Summary(IReadOnlyList<DataAccess> accesses)
    {
        if (accesses.Count == 0)
        {
            return PolicyResult.Allow;
        }

        HashSet<string> sources = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> written = new(StringComparer.OrdinalIgnoreCase);
        foreach (DataAccess access in accesses)
        {
            sources.Add(access.Source);
            if (!IsRead(access))
            {
                written.Add(access.Source);
            }
        }

        return new PolicyResult(PolicyAction.Allow, string.Create(
            CultureInfo.InvariantCulture, $"{accesses.Count} accesses to {sources.Count} sources, {written.Count} of them written"));
    }

    private static bool IsRead(DataAccess access) => string.Equals(access.Operation, "read", StringComparison.OrdinalIgnoreCase);

    private PolicyResult Judge(PolicyContext context, IReadOnlyList<DataAccess> accesses, int firstNew)
    {
        PolicyResult worst = PolicyResult.Allow;
        for (int i = firstNew; i < accesses.Count; i++)
        {
            PolicyResult answer = Check(accesses[i]);
            worst = answer.Action > worst.Action ? answer : worst;
        }

        return worst;
    }

    private PolicyResult Check(DataAccess access)
    {
        string? reason = SourceViolation(access.Source)
            ?? (!IsRead(access) && _readOnly.Contain(access.Source) ? $"source \"{access.Source}\" is read-only" : null);
        return reason is not null ? new PolicyResult(_rules.ActionOnViolation, reason)
            : access.Records > _rules.MaxRecordsPerQuery ? PolicyResult.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{access.Records} records of source \"{access.Source}\" in one access, more than {_rules.MaxRecordsPerQuery}"))
            : PolicyResult.Allow;
    }

    private string? SourceViolation(string source) =>
        _blocked.Contain(source) ? $"source \"{source}\" is blocked"
        : !_allowed.IsEmpty && !_allowed.Contain(source) ? $"source \"{source}\" is not allowed"
        : null;
}
