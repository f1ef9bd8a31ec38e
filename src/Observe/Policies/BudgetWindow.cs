namespace Observe;

/// <summary>When a shared budget is full again.</summary>
public enum BudgetWindow
{
    /// <summary>Never, as long as the process lives.</summary>
    None,

    /// <summary>At each midnight, UTC.</summary>
    Day,

    /// <summary>At the beginning of each month, UTC.</summary>
    Month,
}
