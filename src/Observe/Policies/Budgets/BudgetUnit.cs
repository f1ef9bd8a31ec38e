namespace Observe.Policies.Budgets;

/// <summary>What a budget counts.</summary>
internal enum BudgetUnit
{
    Calls,
    Tokens,
    CostUsd,
}
