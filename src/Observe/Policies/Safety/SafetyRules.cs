using Observe.Policies;

namespace Observe;

/// <summary>Limits for what an agent does, and what needs a person. Null is no limit.</summary>
public sealed record SafetyRules
{
    /// <summary>Most retries of a run. Default: 3; at least 0. Informational: retries are limited by <see cref="RetryAttribute"/>, where they are made.</summary>
    public int? MaxRetries { get; init; } = 3;

    /// <summary>Most steps of a run, its child runs included. Default: 50; at least 0.</summary>
    public int? MaxSteps { get; init; } = 50;

    /// <summary>Most tool calls of a run, its child runs included. Default: 100; at least 0.</summary>
    public int? MaxToolCalls { get; init; } = 100;

    /// <summary>Tools that are always blocked, names compared exactly. Default: none.</summary>
    public IReadOnlyList<string> BlockedTools { get; init; } = [];

    /// <summary>Whether each run needs approval before it begins; see <see cref="IApprovalHandler"/>. Default: false.</summary>
    public bool RequireHumanApproval { get; init; }

    /// <summary>Tools of which each call needs approval, names compared exactly. Default: none.</summary>
    public IReadOnlyList<string> ApprovalTools { get; init; } = [];

    /// <summary>What to warn of in the texts of inputs and outputs. It never blocks; <see cref="ContentPolicy"/> does. Default: nothing.</summary>
    public SafetyFilters ContentFilters { get; init; }

    /// <summary>Characters of all texts of a run's result beyond which there is a warning. Default: null, no limit; at least 1.</summary>
    public int? MaxOutputLength { get; init; }

    internal static SafetyRules Read(PolicyRules rules)
    {
        SafetyRules defaults = new();
        return new SafetyRules
        {
            MaxRetries = rules.Integer("max_retries", defaults.MaxRetries, minimum: 0),
            MaxSteps = rules.Integer("max_steps", defaults.MaxSteps, minimum: 0),
            MaxToolCalls = rules.Integer("max_tool_calls", defaults.MaxToolCalls, minimum: 0),
            BlockedTools = rules.Texts("blocked_tools"),
            RequireHumanApproval = rules.Boolean("require_human_approval", false),
            ApprovalTools = rules.Texts("approval_tools"),
            ContentFilters = Filters(rules.Texts("content_filters", "pii", "profanity", "credentials")),
            MaxOutputLength = rules.Integer("max_output_length", minimum: 1),
        };
    }

    internal void Validate()
    {
        RuleCheck.AtLeast(0, MaxRetries, nameof(MaxRetries));
        RuleCheck.AtLeast(0, MaxSteps, nameof(MaxSteps));
        RuleCheck.AtLeast(0, MaxToolCalls, nameof(MaxToolCalls));
        RuleCheck.AtLeast(1, MaxOutputLength, nameof(MaxOutputLength));
        ArgumentNullException.ThrowIfNull(BlockedTools);
        ArgumentNullException.ThrowIfNull(ApprovalTools);
        const SafetyFilters All = SafetyFilters.PersonalData | SafetyFilters.Profanity | SafetyFilters.Credentials;
        if ((ContentFilters & ~All) != 0)
        {
            throw new ArgumentException($"{nameof(ContentFilters)} is {ContentFilters}; it must be one or more of {All}.");
        }
    }

    private static SafetyFilters Filters(IReadOnlyList<string> words)
    {
        SafetyFilters filters = SafetyFilters.None;
        foreach (string word in words)
        {
            filters |= word switch
            {
                "pii" => SafetyFilters.PersonalData,
                "profanity" => SafetyFilters.Profanity,
                _ => SafetyFilters.Credentials,
            };
        }

        return filters;
    }
}
