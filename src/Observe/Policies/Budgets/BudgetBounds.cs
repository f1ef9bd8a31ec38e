namespace Observe.Policies.Budgets;

/// <summary>The maxima of a limit, and from where on to warn.</summary>
internal readonly struct BudgetBounds
{
    private readonly decimal? _warningPercent;

    public BudgetBounds(BudgetLimit limit, decimal? warningPercent)
        : this(limit.MaxCalls, limit.MaxTokens, limit.MaxCostUsd, warningPercent)
    {
    }

    public BudgetBounds(long? calls, long? tokens, decimal? costUsd, decimal? warningPercent)
    {
        Calls = calls;
        Tokens = tokens;
        CostUsd = costUsd;
        _warningPercent = warningPercent;
    }

    public long? Calls { get; }

    public long? Tokens { get; }

    public decimal? CostUsd { get; }

    public decimal In(BudgetUnit unit) => unit switch
    {
        BudgetUnit.Calls => Calls,
        BudgetUnit.Tokens => Tokens,
        _ => CostUsd,
    } ?? 0;

    /// <summary>The first unit of which nothing is left.</summary>
    public BudgetUnit? UsedUp(in BudgetAmount used) =>
        used.Calls >= Calls ? BudgetUnit.Calls
        : used.Tokens >= Tokens ? BudgetUnit.Tokens
        : used.CostUsd >= CostUsd ? BudgetUnit.CostUsd
        : null;

    /// <summary>The first unit of which there is not enough left.</summary>
    public BudgetUnit? Lacking(in BudgetAmount taken, in BudgetAmount needed) =>
        taken.Calls + needed.Calls > Calls ? BudgetUnit.Calls
        : taken.Tokens + needed.Tokens > Tokens ? BudgetUnit.Tokens
        : taken.CostUsd + needed.CostUsd > CostUsd ? BudgetUnit.CostUsd
        : null;

    /// <summary>The first unit of which so much is used that it is time to warn.</summary>
    public BudgetUnit? Near(in BudgetAmount used) =>
        _warningPercent is not { } percent ? null
        : IsNear(used.Calls, Calls, percent) ? BudgetUnit.Calls
        : IsNear(used.Tokens, Tokens, percent) ? BudgetUnit.Tokens
        : IsNear(used.CostUsd, CostUsd, percent) ? BudgetUnit.CostUsd
        : null;

    private static bool IsNear(decimal used, decimal? most, decimal percent) => most is { } all && used * 100 >= all * percent;
}
