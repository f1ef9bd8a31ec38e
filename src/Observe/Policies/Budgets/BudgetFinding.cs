namespace Observe.Policies.Budgets;

/// <summary>What a ledger found out about a call: the first limit that is in its way, else the first that is nearly used up.</summary>
internal readonly record struct BudgetFinding(BudgetState State, BudgetLimit? Limit, BudgetUnit Unit)
{
    public decimal Most { get; init; }

    public decimal Used { get; init; }

    public decimal Reserved { get; init; }

    public decimal Needed { get; init; }

    public bool IsExceeded => State >= BudgetState.TooLittleLeft;

    public static BudgetFinding Of(
        BudgetState state, BudgetLimit limit, BudgetUnit unit, in BudgetBounds bounds, BudgetAccount? account, in BudgetAmount needed) =>
        new(state, limit, unit)
        {
            Most = bounds.In(unit),
            Used = account?.Used.In(unit) ?? 0,
            Reserved = account?.Reserved.In(unit) ?? 0,
            Needed = needed.In(unit),
        };

    /// <summary>When to come back: with the next window; null when there is none, or when calls that end may leave room before.</summary>
    public TimeSpan? RetryAfter(DateTimeOffset now) =>
        Used >= Most || Used + Needed > Most ? BudgetWindowClock.UntilNext(Limit!.Window, now) : null;
}
