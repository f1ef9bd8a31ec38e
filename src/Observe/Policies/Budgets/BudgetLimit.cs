namespace Observe;

/// <summary>One limit of a budget: at least one of the three maxima, for whom, and for how long.</summary>
public sealed record BudgetLimit
{
    /// <summary>Who shares the limit. Default: <see cref="BudgetKey.Run"/>, each guarded run has its own.</summary>
    public BudgetKey Key { get; init; }

    /// <summary>When the limit is whole again. Default: <see cref="BudgetWindow.None"/>, never. A call counts in the window in which it began.</summary>
    public BudgetWindow Window { get; init; }

    /// <summary>Most input and output tokens. 0 allows none. Default: null, no limit.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>Most US dollars. 0 allows none. Default: null, no limit.</summary>
    public decimal? MaxCostUsd { get; init; }

    /// <summary>Most calls of language models. 0 allows none. Default: null, no limit.</summary>
    public long? MaxCalls { get; init; }

    /// <summary>
    /// Model whose calls count; calls of others neither count nor are stopped. A provider before the name and a version after it need
    /// not be written: <c>gpt-4o</c> stands for <c>openai/gpt-4o-2024-08-06</c> too, but not for <c>gpt-4o-mini</c>. With <c>*</c> for
    /// any characters the pattern says all of it. A call whose model is not known before it begins is not stopped by such a limit, but
    /// counted when it has ended. Default: null, every model.
    /// </summary>
    public string? Model { get; init; }

    internal bool HasMaximum => MaxTokens is not null || MaxCostUsd is not null || MaxCalls is not null;
}
