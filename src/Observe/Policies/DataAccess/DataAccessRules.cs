namespace Observe;

/// <summary>
/// Rules of a <see cref="DataAccessPolicy"/>; what is checked is what a run reports with <see cref="RunContext.RecordDataAccess"/>.
/// Sources are compared without regard to case, <c>*</c> stands for any characters. Names and defaults of the rules in a file are those
/// of Waxell's category <c>data-access</c> (https://waxell.ai/docs/observe/governance/data-access).
/// </summary>
public sealed record DataAccessRules
{
    /// <summary>Sources that may be accessed; empty: every source. In a file: <c>allowed_data_sources</c>. Default: none.</summary>
    public IReadOnlyList<string> AllowedDataSources { get; init; } = [];

    /// <summary>Sources that must not be accessed; they win over the allowed ones. In a file: <c>blocked_data_sources</c>. Default: none.</summary>
    public IReadOnlyList<string> BlockedDataSources { get; init; } = [];

    /// <summary>
    /// Sources on which only the operation <c>read</c>, in whatever case, is allowed. In a file: <c>read_only_sources</c>. Default: none.
    /// </summary>
    public IReadOnlyList<string> ReadOnlySources { get; init; } = [];

    /// <summary>Most records of one access; more are warned about and never block. Null: not checked. In a file: <c>max_records_per_query</c>. Default: 1,000.</summary>
    public int? MaxRecordsPerQuery { get; init; } = 1000;

    /// <summary>Sources that the agents are configured to use: they are checked before each run. In a file: <c>data_sources</c>. Default: none.</summary>
    public IReadOnlyList<string> DataSources { get; init; } = [];

    /// <summary>What happens on a violation: <see cref="PolicyAction.Block"/> or <see cref="PolicyAction.Warn"/>. In a file: <c>action_on_violation</c>. Default: block.</summary>
    public PolicyAction ActionOnViolation { get; init; } = PolicyAction.Block;

    internal static DataAccessRules Read(PolicyRules rules) => new()
    {
        AllowedDataSources = rules.Texts("allowed_data_sources"),
        BlockedDataSources = rules.Texts("blocked_data_sources"),
        ReadOnlySources = rules.Texts("read_only_sources"),
        MaxRecordsPerQuery = rules.Integer("max_records_per_query", 1000, minimum: 0),
        DataSources = rules.Texts("data_sources"),
        ActionOnViolation = rules.Action("action_on_violation", PolicyAction.Block, PolicyAction.Block, PolicyAction.Warn),
    };
}
