using Observe.Policies;

namespace Observe;

/// <summary>Which tools may be called. Names are compared exactly; <c>*</c> stands for any characters.</summary>
public sealed record ToolAllowlistRules
{
    /// <summary>The only tools that may be called. Default: empty, every tool.</summary>
    public IReadOnlyList<string> AllowedTools { get; init; } = [];

    /// <summary>Tools that may not be called, even if they are allowed. Default: empty.</summary>
    public IReadOnlyList<string> BlockedTools { get; init; } = [];

    /// <summary>What happens to other calls: <see cref="PolicyAction.Block"/> or <see cref="PolicyAction.Warn"/>. Default: block.</summary>
    public PolicyAction OnViolation { get; init; } = PolicyAction.Block;

    internal static ToolAllowlistRules Read(PolicyRules rules) => new()
    {
        AllowedTools = rules.Texts("allowed_tools"),
        BlockedTools = rules.Texts("blocked_tools"),
        OnViolation = rules.Action("action_on_violation", PolicyAction.Block, PolicyAction.Block, PolicyAction.Warn),
    };

    internal void Validate() => RuleCheck.Action(OnViolation, nameof(OnViolation), PolicyAction.Block, PolicyAction.Warn);
}
