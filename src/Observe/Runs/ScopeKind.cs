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
}
