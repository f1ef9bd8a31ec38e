using Observe.Policies;

namespace Observe;

/// <summary>How long a run should take.</summary>
public sealed record OperationsRules
{
    /// <summary>Seconds after which a run is reported. Default: 300; at least 1.</summary>
    public int TimeoutSeconds { get; init; } = 300;

    internal static OperationsRules Read(PolicyRules rules)
    {
        OperationsRules defaults = new();
        return new OperationsRules
        {
            TimeoutSeconds = rules.Integer("timeout_seconds", defaults.TimeoutSeconds, minimum: 1) ?? defaults.TimeoutSeconds,
        };
    }

    internal void Validate() => RuleCheck.AtLeast(1, TimeoutSeconds, nameof(TimeoutSeconds));
}
