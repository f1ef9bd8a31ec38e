using Observe.Policies;

namespace Observe;

/// <summary>Which agents may be given work, and how deep. Names are compared exactly; <c>*</c> stands for any characters.</summary>
public sealed record DelegationRules
{
    /// <summary>How many runs a delegate may lie in. Default: 3; null is no limit; at least 0, which allows no delegate.</summary>
    public int? MaxDelegationDepth { get; init; } = 3;

    /// <summary>The only agents that may be given work. Default: empty, every agent.</summary>
    public IReadOnlyList<string> AllowedDelegates { get; init; } = [];

    /// <summary>Agents that may not be given work, even if they are allowed. Default: empty.</summary>
    public IReadOnlyList<string> BlockedDelegates { get; init; } = [];

    /// <summary>
    /// Whether to warn, after a run, of delegations that were only reported: policies do not follow work that leaves the process. Child
    /// runs are always guarded. Default: true.
    /// </summary>
    public bool InheritPolicies { get; init; } = true;

    /// <summary>Whether each delegate needs approval before it begins; see <see cref="IApprovalHandler"/>. Default: false.</summary>
    public bool RequireApproval { get; init; }

    /// <summary>Most delegates of one run at the same time. Default: 5; null is no limit; at least 1.</summary>
    public int? MaxConcurrentDelegates { get; init; } = 5;

    internal static DelegationRules Read(PolicyRules rules)
    {
        DelegationRules defaults = new();
        return new DelegationRules
        {
            MaxDelegationDepth = rules.Integer("max_delegation_depth", defaults.MaxDelegationDepth, minimum: 0),
            AllowedDelegates = rules.Texts("allowed_delegates"),
            BlockedDelegates = rules.Texts("blocked_delegates"),
            InheritPolicies = rules.Boolean("inherit_policies", defaults.InheritPolicies),
            RequireApproval = rules.Boolean("require_approval", defaults.RequireApproval),
            MaxConcurrentDelegates = rules.Integer("max_concurrent_delegates", defaults.MaxConcurrentDelegates, minimum: 1),
        };
    }

    internal void Validate()
    {
        RuleCheck.AtLeast(0, MaxDelegationDepth, nameof(MaxDelegationDepth));
        RuleCheck.AtLeast(1, MaxConcurrentDelegates, nameof(MaxConcurrentDelegates));
    }
}
