namespace Observe.Policies.Budgets;

/// <summary>What a reservation took from one account.</summary>
internal readonly record struct BudgetEntry(BudgetBook Book, BudgetAccount Account, BudgetAmount Amount);
