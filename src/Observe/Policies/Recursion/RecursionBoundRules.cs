using Observe.Policies;

namespace Observe;

/// <summary>How far a run may go. A limit is reached, not passed: with 25 tool calls the 25th is a violation. Null is no limit.</summary>
public sealed record RecursionBoundRules
{
    /// <summary>Number of reasonings of the run, its child runs included. Default: 8; at least 1.</summary>
    public int? MaxReasoningDepth { get; init; } = 8;

    /// <summary>Number of tool calls of the run, its child runs included. Default: 25; at least 1.</summary>
    public int? MaxToolCalls { get; init; } = 25;

    /// <summary>How many runs a run lies in. Default: 3; at least 1.</summary>
    public int? MaxDelegationDepth { get; init; } = 3;

    /// <summary>Turns of the user in the conversation. Default: 50; at least 1.</summary>
    public int? MaxUserTurns { get; init; } = 50;

    /// <summary>What happens then: <see cref="PolicyAction.Block"/> or <see cref="PolicyAction.Warn"/>. Default: block.</summary>
    public PolicyAction OnViolation { get; init; } = PolicyAction.Block;

    internal static RecursionBoundRules Read(PolicyRules rules)
    {
        RecursionBoundRules defaults = new();
        return new RecursionBoundRules
        {
            MaxReasoningDepth = rules.Integer("max_reasoning_depth", defaults.MaxReasoningDepth, minimum: 1),
            MaxToolCalls = rules.Integer("max_tool_calls", defaults.MaxToolCalls, minimum: 1),
            MaxDelegationDepth = rules.Integer("max_delegation_depth", defaults.MaxDelegationDepth, minimum: 1),
            MaxUserTurns = rules.Integer("max_user_turns", defaults.MaxUserTurns, minimum: 1),
            OnViolation = rules.Action("action_on_violation", PolicyAction.Block, PolicyAction.Block, PolicyAction.Warn),
        };
    }

    internal void Validate()
    {
        RuleCheck.AtLeast(1, MaxReasoningDepth, nameof(MaxReasoningDepth));
        RuleCheck.AtLeast(1, MaxToolCalls, nameof(MaxToolCalls));
        RuleCheck.AtLeast(1, MaxDelegationDepth, nameof(MaxDelegationDepth));
        RuleCheck.AtLeast(1, MaxUserTurns, nameof(MaxUserTurns));
        RuleCheck.Action(OnViolation, nameof(OnViolation), PolicyAction.Block, PolicyAction.Warn);
    }
}
