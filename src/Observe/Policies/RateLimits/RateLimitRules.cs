using Observe.Policies;

namespace Observe;

/// <summary>How many runs may begin in a time, and how many may go on at once.</summary>
public sealed record RateLimitRules
{
    /// <summary>Most runs in a minute (of the clock, UTC). Default: 10; null is no limit; at least 1.</summary>
    public int? MaxPerMinute { get; init; } = 10;

    /// <summary>Most runs in an hour (of the clock, UTC). Default: 100; null is no limit; at least 1.</summary>
    public int? MaxPerHour { get; init; } = 100;

    /// <summary>Most runs in a day (UTC). Default: null, no limit; at least 1.</summary>
    public int? MaxPerDay { get; init; }

    /// <summary>Most runs at the same time. Default: 5; null is no limit; at least 1.</summary>
    public int? MaxConcurrent { get; init; } = 5;

    /// <summary>Most runs in any stretch of <see cref="BurstWindowSeconds"/>. Default: null, no limit; from 1 to 10,000.</summary>
    public int? BurstLimit { get; init; }

    /// <summary>Length of the stretch that <see cref="BurstLimit"/> looks back, in seconds. Default: 10; from 1 to 86,400.</summary>
    public int BurstWindowSeconds { get; init; } = 10;

    /// <summary>
    /// What happens beyond a limit: <see cref="PolicyAction.Throttle"/>, <see cref="PolicyAction.Block"/> or
    /// <see cref="PolicyAction.Warn"/>. Default: throttle.
    /// </summary>
    public PolicyAction OnExceed { get; init; } = PolicyAction.Throttle;

    /// <summary>Who shares the limits. Default: <see cref="RateLimitKey.AgentAndWorkflow"/>.</summary>
    public RateLimitKey Per { get; init; }

    internal static RateLimitRules Read(PolicyRules rules)
    {
        RateLimitRules defaults = new();
        return new RateLimitRules
        {
            MaxPerMinute = rules.Integer("max_per_minute", defaults.MaxPerMinute, minimum: 1),
            MaxPerHour = rules.Integer("max_per_hour", defaults.MaxPerHour, minimum: 1),
            MaxPerDay = rules.Integer("max_per_day", defaults.MaxPerDay, minimum: 1),
            MaxConcurrent = rules.Integer("max_concurrent", defaults.MaxConcurrent, minimum: 1),
            BurstLimit = rules.Integer("burst_limit", defaults.BurstLimit, minimum: 1, maximum: 10_000),
            BurstWindowSeconds = rules.Integer("burst_window_seconds", defaults.BurstWindowSeconds, minimum: 1, maximum: 86_400)
                ?? defaults.BurstWindowSeconds,
            OnExceed = rules.Action("action_on_exceed", defaults.OnExceed, PolicyAction.Throttle, PolicyAction.Block, PolicyAction.Warn),
            Per = ReadKey(rules),
        };
    }

    internal void Validate()
    {
        RuleCheck.AtLeast(1, MaxPerMinute, nameof(MaxPerMinute));
        RuleCheck.AtLeast(1, MaxPerHour, nameof(MaxPerHour));
        RuleCheck.AtLeast(1, MaxPerDay, nameof(MaxPerDay));
        RuleCheck.AtLeast(1, MaxConcurrent, nameof(MaxConcurrent));
        RuleCheck.Between(1, BurstLimit, 10_000, nameof(BurstLimit));
        RuleCheck.Between(1, BurstWindowSeconds, 86_400, nameof(BurstWindowSeconds));
        RuleCheck.Action(OnExceed, nameof(OnExceed), PolicyAction.Throttle, PolicyAction.Block, PolicyAction.Warn);
        if (!Enum.IsDefined(Per))
        {
            throw new ArgumentException($"{nameof(Per)} is {Per}; it must be a member of {nameof(RateLimitKey)}.");
        }
    }

    private static RateLimitKey ReadKey(PolicyRules rules) =>
        rules.Word("per", "agent_workflow", "agent_workflow", "agent", "user", "end_user", "session", "all") switch
        {
            "agent" => RateLimitKey.Agent,
            "user" => RateLimitKey.User,
            "end_user" => RateLimitKey.EndUser,
            "session" => RateLimitKey.Session,
            "all" => RateLimitKey.All,
            _ => RateLimitKey.AgentAndWorkflow,
        };
}
