namespace Observe;

/// <summary>Who shares a budget.</summary>
public enum BudgetKey
{
    /// <summary>Each guarded run or scope has its own.</summary>
    Run,

    /// <summary>All runs of a session; runs without one have their own.</summary>
    Session,

    /// <summary>All runs for a user; runs without one have their own.</summary>
    User,

    /// <summary>All runs for an end user; runs without one have their own.</summary>
    EndUser,

    /// <summary>All runs of an agent.</summary>
    Agent,

    /// <summary>All runs that the policy guards.</summary>
    All,
}
