namespace Observe.Policies.Budgets;

/// <summary>What one user, session, run … has taken from a limit in one window. Guarded by the lock of its ledger.</summary>
internal sealed class BudgetAccount
{
    /// <summary>Of calls that have ended.</summary>
    public BudgetAmount Used { get; set; }

    /// <summary>For calls that are going on.</summary>
    public BudgetAmount Reserved { get; set; }
}
