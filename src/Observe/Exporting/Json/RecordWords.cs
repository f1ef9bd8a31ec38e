namespace Observe.Exporting.Json;

/// <summary>The words that stand for kinds and outcomes outside the process.</summary>
internal static class RecordWords
{
    public static ReadOnlySpan<byte> Of(ScopeKind kind) => kind switch
    {
        ScopeKind.Run => "run"u8,
        ScopeKind.Step => "step"u8,
        ScopeKind.ToolCall => "tool_call"u8,
        ScopeKind.Decision => "decision"u8,
        ScopeKind.Retrieval => "retrieval"u8,
        ScopeKind.Reasoning => "reasoning"u8,
        ScopeKind.LlmCall => "llm_call"u8,
        ScopeKind.Retry => "retry"u8,
        ScopeKind.HumanTurn => "human_turn"u8,
        _ => "scope"u8,
    };

    public static ReadOnlySpan<byte> Of(Outcome outcome) => outcome switch
    {
        Outcome.Ok => "ok"u8,
        Outcome.Error => "error"u8,
        Outcome.Cancelled => "cancelled"u8,
        Outcome.Blocked => "blocked"u8,
        _ => "unfinished"u8,
    };

    public static ReadOnlySpan<byte> Of(PolicyPhase phase) => phase switch
    {
        PolicyPhase.PreExecution => "pre_execution"u8,
        PolicyPhase.MidExecution => "mid_execution"u8,
        PolicyPhase.PostExecution => "post_execution"u8,
        _ => "on_failure"u8,
    };

    public static ReadOnlySpan<byte> Of(PolicyAction action) => action switch
    {
        PolicyAction.Allow => "allow"u8,
        PolicyAction.Warn => "warn"u8,
        PolicyAction.Redact => "redact"u8,
        PolicyAction.Retry => "retry"u8,
        PolicyAction.Skip => "skip"u8,
        PolicyAction.Throttle => "throttle"u8,
        _ => "block"u8,
    };

    public static ReadOnlySpan<byte> Of(EventKind kind) => kind switch
    {
        EventKind.Score => "score"u8,
        EventKind.Retry => "retry"u8,
        EventKind.UserMessage => "user_message"u8,
        EventKind.AgentResponse => "agent_response"u8,
        EventKind.RetrievalResult => "retrieval_result"u8,
        EventKind.NetworkRequest => "network_request"u8,
        EventKind.DataAccess => "data_access"u8,
        EventKind.Delegation => "delegation"u8,
        _ => "change"u8,
    };
}
