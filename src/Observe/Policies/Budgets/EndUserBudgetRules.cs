using Observe.Policies.Budgets;

namespace Observe;

/// <summary>How the monthly budgets of customers are kept; the budgets themselves stand in <see cref="EndUser.MonthlyBudgetCents"/>.</summary>
public sealed record EndUserBudgetRules
{
    /// <summary>Whether calls are stopped at all; they are counted in any case. Default: true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// What happens when a budget is used up, or too small for the estimate of the next call: <see cref="PolicyAction.Block"/>,
    /// <see cref="PolicyAction.Throttle"/> or <see cref="PolicyAction.Warn"/>. Default: block.
    /// </summary>
    public PolicyAction OnExceed { get; init; } = PolicyAction.Block;

    /// <inheritdoc cref="BudgetRules.WarningThresholdPercent"/>
    public decimal? WarningThresholdPercent { get; init; } = 80;

    /// <inheritdoc cref="BudgetRules.ReserveCostUsd"/>
    public decimal? ReserveCostUsd { get; init; }

    /// <summary>Reads the rules of a policy file.</summary>
    internal static EndUserBudgetRules Read(PolicyRules rules) => new()
    {
        Enabled = rules.Boolean("enabled", absent: true),
        OnExceed = BudgetRules.ReadAction(rules),
        WarningThresholdPercent = BudgetRules.ReadThreshold(rules),
        ReserveCostUsd = rules.Number("reserve_cost_usd", null, 0, BudgetRulesCheck.MostUsd),
    };
}
