namespace Observe;

/// <summary>
/// Limits of what calls of language models may use. Before each call an estimate is reserved from every limit that counts it, or from
/// none; after it the reservation is replaced by the real usage.
/// </summary>
public sealed partial record BudgetRules
{
    /// <summary>The limits; each is kept by itself and all of them must have room. At least one.</summary>
    public IReadOnlyList<BudgetLimit> Limits { get; init; } = [];

    /// <summary>
    /// Share of a limit, in percent, from which checks answer with a warning: it counts what was settled, not what is reserved. Above 0,
    /// at most 100; null for no warnings. Default: 80.
    /// </summary>
    public decimal? WarningThresholdPercent { get; init; } = 80;

    /// <summary>
    /// What happens when a limit is used up, or too small for the estimate of the next call: <see cref="PolicyAction.Block"/>,
    /// <see cref="PolicyAction.Throttle"/> or <see cref="PolicyAction.Warn"/>. With the last one calls go on and are counted. Default: block.
    /// </summary>
    public PolicyAction OnExceed { get; init; } = PolicyAction.Block;

    /// <summary>
    /// Tokens to reserve for a call. Default: null, as many as the largest of the last 64 to 128 settled calls that the limit counted
    /// used, 1,000 before the first one; at most the whole limit. A figure above what calls really use keeps the budget from being
    /// overdrawn and leaves some of it unused; a figure below does the opposite.
    /// </summary>
    public long? ReserveTokens { get; init; }

    /// <summary>
    /// US dollars to reserve for a call. Default: null, by the same rule as <see cref="ReserveTokens"/>; before the first call the
    /// catalogue's price of 1,000 tokens of output, 0.01 when it does not know the model.
    /// </summary>
    public decimal? ReserveCostUsd { get; init; }
}
