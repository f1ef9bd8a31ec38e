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
        _ => "scope"u8,
    };

    public static ReadOnlySpan<byte> Of(Outcome outcome) => outcome switch
    {
        Outcome.Ok => "ok"u8,
        Outcome.Error => "error"u8,
        Outcome.Cancelled => "cancelled"u8,
        _ => "unfinished"u8,
    };
}
