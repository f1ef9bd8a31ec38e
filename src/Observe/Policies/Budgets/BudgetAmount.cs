namespace Observe.Policies.Budgets;

/// <summary>An amount of everything that a budget counts.</summary>
internal readonly record struct BudgetAmount(long Calls, long Tokens, decimal CostUsd)
{
    // Far above any real call, and so far below the ends of the types that no sum of calls gets there.
    private const long MostTokens = 1_000_000_000_000;
    private const decimal MostCostUsd = 1_000_000_000m;

    // Every published price per token is a multiple of 1e-12 dollars; with this many digits sums up to 1e16 dollars are exact.
    private const int CostDigits = 12;

    public static BudgetAmount operator +(in BudgetAmount left, in BudgetAmount right) =>
        new(left.Calls + right.Calls, left.Tokens + right.Tokens, left.CostUsd + right.CostUsd);

    public static BudgetAmount operator -(in BudgetAmount left, in BudgetAmount right) =>
        new(left.Calls - right.Calls, left.Tokens - right.Tokens, left.CostUsd - right.CostUsd);

    /// <summary>What a call counts for: where its usage is unknown, the estimate stands, or what is known if that is more.</summary>
    public static BudgetAmount Of(in LlmUsage used, in BudgetAmount estimate)
    {
        long known = Bounded(used.Tokens.InputTokens ?? 0) + Bounded(used.Tokens.OutputTokens ?? 0);
        return new BudgetAmount(
            1,
            HasTokens(used) ? known : Math.Max(known, estimate.Tokens),
            used.CostUsd is { } cost ? Bounded(cost) : estimate.CostUsd);
    }

    public static bool HasTokens(in LlmUsage used) => used.Tokens is { InputTokens: not null, OutputTokens: not null };

    public static long Bounded(long tokens) => Math.Clamp(tokens, 0, MostTokens);

    public static decimal Bounded(decimal costUsd) =>
        decimal.Round(Math.Clamp(costUsd, 0, MostCostUsd), CostDigits, MidpointRounding.AwayFromZero);

    public decimal In(BudgetUnit unit) => unit switch
    {
        BudgetUnit.Calls => Calls,
        BudgetUnit.Tokens => Tokens,
        _ => CostUsd,
    };
}
