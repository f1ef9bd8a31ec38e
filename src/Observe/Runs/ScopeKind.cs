namespace Observe;

/// <summary>What a scope of a trace is.</summary>
public enum ScopeKind
{
    /// <summary>One execution of an agent; the root of a trace.</summary>
    Run,

    /// <summary>A step of a run.</summary>
    Step,

    /// <summary>A call of a tool.</summary>
    ToolCall,

    /// <summary>A choice between options.</summary>
    Decision,

    /// <summary>A search for documents.</summary>
    Retrieval,

    /// <summary>A thought, with evidence and conclusion.</summary>
    Reasoning,

    /// <summary>A call of a language model.</summary>
    LlmCall,

    /// <summary>Attempts at the same thing, until one succeeds.</summary>
    Retry,

    /// <summary>A question to a person, and the answer.</summary>
    HumanTurn,
}
