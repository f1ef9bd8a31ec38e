namespace Observe;

/// <summary>
/// Rules of a <see cref="ScopePolicy"/>; what is counted is what a run reports with <see cref="RunContext.RecordChange"/>. Names and
/// defaults of the rules in a file are those of Waxell's category <c>scope</c> (https://waxell.ai/docs/observe/governance/scope).
/// </summary>
public sealed record ScopeRules
{
    /// <summary>Most records that a run may insert or update; null: not checked. In a file: <c>max_records_modified</c>. Default: 100.</summary>
    public int? MaxRecordsModified { get; init; } = 100;

    /// <summary>Most records that a run may delete; null: not checked. In a file: <c>max_records_deleted</c>. Default: 0, none.</summary>
    public int? MaxRecordsDeleted { get; init; } = 0;

    /// <summary>Most files that a run may write, move or delete; null: not checked. In a file: <c>max_files_changed</c>. Default: 10.</summary>
    public int? MaxFilesChanged { get; init; } = 10;

    /// <summary>Most money that all transactions of a run may move together; null: not checked. In a file: <c>max_transaction_amount</c>. Default: 1,000.</summary>
    public decimal? MaxTransactionAmount { get; init; } = 1000m;

    /// <summary>Most calls of other systems that change something there; null: not checked. In a file: <c>max_api_writes</c>. Default: 50.</summary>
    public int? MaxApiWrites { get; init; } = 50;

    /// <summary>
    /// Whether a run that changes something is warned about unless its tag <c>rollback</c> is <c>true</c>. In a file:
    /// <c>require_rollback_capability</c>. Default: false.
    /// </summary>
    public bool RequireRollbackCapability { get; init; }

    /// <summary>
    /// Whether agents are to try first without effect. The answers of the policy then carry the metadata <c>dry_run</c> =
    /// <c>true</c>, for agents that ask for it with <see cref="RunContext.CheckPolicy()"/>; nothing enforces it. In a file:
    /// <c>dry_run_first</c>. Default: false.
    /// </summary>
    public bool DryRunFirst { get; init; }

    /// <summary>What happens above a limit: <see cref="PolicyAction.Block"/> or <see cref="PolicyAction.Warn"/>. In a file: <c>action_on_violation</c>. Default: block.</summary>
    public PolicyAction ActionOnViolation { get; init; } = PolicyAction.Block;

    internal static ScopeRules Read(PolicyRules rules) => new()
    {
        MaxRecordsModified = rules.Integer("max_records_modified", 100, minimum: 0),
        MaxRecordsDeleted = rules.Integer("max_records_deleted", 0, minimum: 0),
        MaxFilesChanged = rules.Integer("max_files_changed", 10, minimum: 0),
        MaxTransactionAmount = rules.Number("max_transaction_amount", 1000m, minimum: 0m),
        MaxApiWrites = rules.Integer("max_api_writes", 50, minimum: 0),
        RequireRollbackCapability = rules.Boolean("require_rollback_capability", false),
        DryRunFirst = rules.Boolean("dry_run_first", false),
        ActionOnViolation = rules.Action("action_on_violation", PolicyAction.Block, PolicyAction.Block, PolicyAction.Warn),
    };
}
