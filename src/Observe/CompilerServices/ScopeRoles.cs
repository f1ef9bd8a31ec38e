using System.ComponentModel;

namespace Observe.CompilerServices;

/// <summary>Names of captured arguments and members of the result under which the facts of a scope are found in its record.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScopeRoles
{
    internal static ScopeRoles ByHand { get; } = new()
    {
        Query = "query",
        Count = "top_k",
        Source = "source",
        Thought = "thought",
        Evidence = "evidence",
        Conclusion = "conclusion",
    };

    /// <summary>Argument with the query of a retrieval.</summary>
    public string? Query { get; init; }

    /// <summary>Argument with the number of documents that a retrieval asks for.</summary>
    public string? Count { get; init; }

    /// <summary>Argument with the source of a retrieval.</summary>
    public string? Source { get; init; }

    /// <summary>Member of a document with its score.</summary>
    public string? Score { get; init; }

    /// <summary>Argument with the model of a call of a language model.</summary>
    public string? Model { get; init; }

    /// <summary>Member of the result with the thought.</summary>
    public string? Thought { get; init; }

    /// <summary>Member of the result with the evidence.</summary>
    public string? Evidence { get; init; }

    /// <summary>Member of the result with the conclusion.</summary>
    public string? Conclusion { get; init; }
}
