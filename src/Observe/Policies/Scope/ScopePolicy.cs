using System.Globalization;
using Observe.Policies;

namespace Observe;

/// <summary>
/// Limits how much one run may change outside itself, by what it reports with <see cref="RunContext.RecordChange"/>. Category:
/// <c>scope</c>.
/// </summary>
/// <remarks>
/// A change is reported when it has been made, so the limit stops what comes after the change that exceeded it. The limits are checked
/// in the order of <see cref="ScopeRules"/>; the first one exceeded gives the answer. After the run it warns only.
/// </remarks>
public sealed class ScopePolicy : IPolicy
{
    private static readonly PolicyResult s_allowedDry = new(PolicyAction.Allow)
    {
        Metadata = new Dictionary<string, string> { ["dry_run"] = "true" },
    };

    private readonly ScopeRules _rules;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public ScopePolicy(ScopeRules? rules = null, string name = "scope")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new ScopeRules();
        RuleCheck.Action(_rules.ActionOnViolation, nameof(_rules.ActionOnViolation), PolicyAction.Block, PolicyAction.Warn);
        RuleCheck.AtLeast(0, _rules.MaxRecordsModified, nameof(_rules.MaxRecordsModified));
        RuleCheck.AtLeast(0, _rules.MaxRecordsDeleted, nameof(_rules.MaxRecordsDeleted));
        RuleCheck.AtLeast(0, _rules.MaxFilesChanged, nameof(_rules.MaxFilesChanged));
        RuleCheck.AtLeast(0, _rules.MaxTransactionAmount, nameof(_rules.MaxTransactionAmount));
        RuleCheck.AtLeast(0, _rules.MaxApiWrites, nameof(_rules.MaxApiWrites));
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "scope";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeScope | PolicyPoints.Checkpoint | PolicyPoints.AfterRun;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        RunFacts facts = context.Facts;
        string? reason = Exceeded(facts, ChangeKind.RecordsModified, _rules.MaxRecordsModified, "records modified")
            ?? Exceeded(facts, ChangeKind.RecordsDeleted, _rules.MaxRecordsDeleted, "records deleted")
            ?? Exceeded(facts, ChangeKind.FilesChanged, _rules.MaxFilesChanged, "files changed")
            ?? Exceeded(facts, ChangeKind.TransactionAmount, _rules.MaxTransactionAmount, "moved in transactions")
            ?? Exceeded(facts, ChangeKind.ApiWrites, _rules.MaxApiWrites, "API writes");
        if (reason is not null)
        {
            return new PolicyResult(context.IsBefore ? _rules.ActionOnViolation : PolicyAction.Warn, reason);
        }

        return LacksRollback(context) ? PolicyResult.Warn("the run changes something and its tag rollback is not true")
            : _rules.DryRunFirst ? s_allowedDry
            : PolicyResult.Allow;
    }

    private static string? Exceeded(RunFacts facts, ChangeKind kind, decimal? limit, string what) =>
        limit is { } most && facts.Changed(kind) is var amount && amount > most
            ? string.Create(CultureInfo.InvariantCulture, $"{amount:0.##} {what}, more than {most:0.##}")
            : null;

    // Said once at the end, not before each of a hundred scopes.
    private bool LacksRollback(PolicyContext context) =>
        _rules.RequireRollbackCapability && !context.IsBefore && HasChanges(context.Facts) && context.Facts.Tag("rollback") != "true";

    private static bool HasChanges(RunFacts facts)
    {
        for (ChangeKind kind = ChangeKind.RecordsModified; kind <= ChangeKind.ApiWrites; kind++)
        {
            if (facts.Changed(kind) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
