namespace Observe;

/// <summary>What an event of a trace is: something that has no duration of its own.</summary>
public enum EventKind
{
    /// <summary>A measure of quality.</summary>
    Score,

    /// <summary>A failed attempt, and what follows from it.</summary>
    Retry,

    /// <summary>Something that the user said.</summary>
    UserMessage,

    /// <summary>Something that the agent answered.</summary>
    AgentResponse,

    /// <summary>A document that a retrieval found.</summary>
    RetrievalResult,

    /// <summary>A request over the network.</summary>
    NetworkRequest,

    /// <summary>An access to a source of data.</summary>
    DataAccess,

    /// <summary>A task given to another agent.</summary>
    Delegation,

    /// <summary>Something that was changed outside the run.</summary>
    Change,
}
