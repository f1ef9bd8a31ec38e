namespace Observe.Policies.Budgets;

/// <summary>How a limit stands.</summary>
internal enum BudgetState
{
    /// <summary>Nothing to say.</summary>
    Within,

    /// <summary>So much is used that it is time to warn.</summary>
    Near,

    /// <summary>Something is left, but less than the next call may need.</summary>
    TooLittleLeft,

    /// <summary>Nothing is left.</summary>
    UsedUp,

    /// <summary>More was used than there was.</summary>
    Overdrawn,
}
