namespace Observe.Generators.Model;

/// <summary>Kinds of scopes; the names are those of <c>Observe.ScopeKind</c>.</summary>
internal enum ScopeKind
{
    Run,
    Step,
    ToolCall,
    Decision,
    Retrieval,
    Reasoning,
    LlmCall,
    Retry,
}
