namespace Observe;

/// <summary>
/// Limits what calls of language models may use. Before each call an estimate is reserved, after it the real usage is settled, so that
/// calls side by side cannot overdraw the budget together. See <see cref="PolicyAttribute"/> for where it applies.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>Most US dollars. Default: 0, no limit.</summary>
    public double MaxCostUsd { get; set; }

    /// <summary>Most input and output tokens. Default: 0, no limit.</summary>
    public long MaxTokens { get; set; }

    /// <summary>Most calls of language models. Default: 0, no limit.</summary>
    public int MaxCalls { get; set; }

    /// <summary>
    /// Longest time in seconds that one call of the method may take; then the method's <see cref="CancellationToken"/> is cancelled.
    /// Needs such a parameter; a build error tells if it is missing. Default: 0, no limit.
    /// </summary>
    public double MaxDurationSeconds { get; set; }

    /// <summary>Who shares the budget. Default: <see cref="BudgetKey.Run"/>, each call of the method has its own.</summary>
    public BudgetKey Per { get; set; }

    /// <summary>When a shared budget is full again. Default: <see cref="BudgetWindow.None"/>, never.</summary>
    public BudgetWindow Window { get; set; }

    /// <summary>What happens when the budget is used up: <see cref="PolicyAction.Block"/>, <see cref="PolicyAction.Throttle"/> or <see cref="PolicyAction.Warn"/>. Default: block.</summary>
    public PolicyAction OnExceed { get; set; } = PolicyAction.Block;
}
