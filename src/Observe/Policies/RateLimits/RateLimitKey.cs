namespace Observe;

/// <summary>Who shares a rate limit.</summary>
public enum RateLimitKey
{
    /// <summary>All runs of an agent in a workflow.</summary>
    AgentAndWorkflow,

    /// <summary>All runs of an agent.</summary>
    Agent,

    /// <summary>All runs for a user; those without one share one limit.</summary>
    User,

    /// <summary>All runs for an end user; those without one share one limit.</summary>
    EndUser,

    /// <summary>All runs of a session; those without one share one limit.</summary>
    Session,

    /// <summary>All runs that the policy guards.</summary>
    All,
}
