namespace Observe;

/// <summary>The points at which a policy wants to be asked. A policy costs nothing at the others.</summary>
[Flags]
public enum PolicyPoints
{
    /// <summary>Never.</summary>
    None = 0,

    /// <summary>Before a run.</summary>
    BeforeRun = 1 << ScopeKind.Run,

    /// <summary>Before a step.</summary>
    BeforeStep = 1 << ScopeKind.Step,

    /// <summary>Before a tool call.</summary>
    BeforeToolCall = 1 << ScopeKind.ToolCall,

    /// <summary>Before a decision.</summary>
    BeforeDecision = 1 << ScopeKind.Decision,

    /// <summary>Before a retrieval.</summary>
    BeforeRetrieval = 1 << ScopeKind.Retrieval,

    /// <summary>Before a reasoning.</summary>
    BeforeReasoning = 1 << ScopeKind.Reasoning,

    /// <summary>Before a call of a language model.</summary>
    BeforeLlmCall = 1 << ScopeKind.LlmCall,

    /// <summary>Before the first of several attempts at the same thing, where these are a scope of their own.</summary>
    BeforeRetry = 1 << ScopeKind.Retry,

    /// <summary>Before any scope of a run.</summary>
    BeforeScope = BeforeStep | BeforeToolCall | BeforeDecision | BeforeRetrieval | BeforeReasoning | BeforeLlmCall | BeforeRetry,

    /// <summary>
    /// At checks within a run: <see cref="RunContext.CheckPolicy()"/>, and every step of a run with
    /// <see cref="RunOptions.MidExecutionGovernance"/>.
    /// </summary>
    Checkpoint = 1 << 15,

    /// <summary>After a run returned or failed.</summary>
    AfterRun = BeforeRun << 16,

    /// <summary>After a step returned or failed.</summary>
    AfterStep = BeforeStep << 16,

    /// <summary>After a tool call returned or failed.</summary>
    AfterToolCall = BeforeToolCall << 16,

    /// <summary>After a decision returned or failed.</summary>
    AfterDecision = BeforeDecision << 16,

    /// <summary>After a retrieval returned or failed.</summary>
    AfterRetrieval = BeforeRetrieval << 16,

    /// <summary>After a reasoning returned or failed.</summary>
    AfterReasoning = BeforeReasoning << 16,

    /// <summary>After a call of a language model returned or failed.</summary>
    AfterLlmCall = BeforeLlmCall << 16,

    /// <summary>After the last of several attempts at the same thing, where these are a scope of their own.</summary>
    AfterRetry = BeforeRetry << 16,

    /// <summary>After any scope of a run.</summary>
    AfterScope = BeforeScope << 16,
}
