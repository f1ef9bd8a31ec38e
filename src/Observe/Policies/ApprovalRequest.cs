namespace Observe;

/// <summary>What a policy blocked, for somebody to decide on.</summary>
public sealed record ApprovalRequest
{
    /// <summary>The answer that blocks: policy, reason, metadata.</summary>
    public required PolicyResult Result { get; init; }

    /// <summary>Name of the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>Id of the run; see <see cref="RunContext.RunId"/>.</summary>
    public required string RunId { get; init; }

    /// <summary>What would run.</summary>
    public required ScopeKind Kind { get; init; }

    /// <summary>Name of the agent, step, tool … that would run.</summary>
    public required string Operation { get; init; }

    /// <summary>The captured arguments as JSON; empty when nothing is captured.</summary>
    public required string Arguments { get; init; }

    /// <summary>Who may decide; empty when the policy does not say.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>How long to wait for the answer. Default: 30 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);
}
