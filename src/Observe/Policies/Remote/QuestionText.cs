using System.Text.Json;

namespace Observe.Policies.Remote;

/// <summary>Writes what every server is told. What is not known is left out.</summary>
internal static class QuestionText
{
    public static string WordOf(ScopeKind kind) => kind switch
    {
        ScopeKind.Run => "run",
        ScopeKind.Step => "step",
        ScopeKind.ToolCall => "tool_call",
        ScopeKind.Decision => "decision",
        ScopeKind.Retrieval => "retrieval",
        ScopeKind.Reasoning => "reasoning",
        ScopeKind.LlmCall => "llm_call",
        ScopeKind.Retry => "retry",
        ScopeKind.HumanTurn => "human_turn",
        _ => "scope",
    };

    /// <summary>For whom the run works.</summary>
    public static void WritePeople(Utf8JsonWriter json, RunContext run)
    {
        Write(json, "session_id"u8, run.SessionId);
        Write(json, "user_id"u8, run.UserId);
        Write(json, "user_group"u8, run.UserGroup);
        Write(json, "end_user_id"u8, run.EndUserId);
    }

    /// <summary>What is about to happen, or has happened.</summary>
    public static void WriteSubject(Utf8JsonWriter json, PolicyContext context, bool sendArguments)
    {
        json.WriteString("phase"u8, WordOf(context.Phase));
        json.WriteString("point"u8, WordOf(context.Point, context.Kind));
        json.WriteString("kind"u8, WordOf(context.Kind));
        json.WriteString("name"u8, context.Name);
        Write(json, "tool_type"u8, context.ToolType);
        Write(json, "model"u8, context.Model);
        Write(json, "error"u8, context.Error?.GetType().Name);
        if (sendArguments)
        {
            Write(json, "arguments"u8, context.Arguments);
            Write(json, "result"u8, context.Result);
        }
    }

    /// <summary>What differs each time the same is asked.</summary>
    public static void WriteState(Utf8JsonWriter json, PolicyContext context)
    {
        json.WriteNumber("attempt"u8, context.Attempt);
        RunUsage usage = context.Usage;
        json.WriteStartObject("usage"u8);
        json.WriteNumber("steps"u8, usage.Steps);
        json.WriteNumber("tool_calls"u8, usage.ToolCalls);
        json.WriteNumber("decisions"u8, usage.Decisions);
        json.WriteNumber("retrievals"u8, usage.Retrievals);
        json.WriteNumber("llm_calls"u8, usage.LlmCalls);
        json.WriteNumber("input_tokens"u8, usage.InputTokens);
        json.WriteNumber("output_tokens"u8, usage.OutputTokens);
        json.WriteNumber("cost_usd"u8, usage.CostUsd);
        json.WriteNumber("calls_of_unknown_cost"u8, usage.CallsOfUnknownCost);
        json.WriteNumber("user_turns"u8, usage.UserTurns);
        json.WriteNumber("depth"u8, usage.Depth);
        json.WriteNumber("elapsed_seconds"u8, usage.Elapsed.TotalSeconds);
        json.WriteEndObject();
    }

    private static string WordOf(PolicyPhase phase) => phase switch
    {
        PolicyPhase.PreExecution => "pre_execution",
        PolicyPhase.MidExecution => "mid_execution",
        PolicyPhase.PostExecution => "post_execution",
        _ => "on_failure",
    };

    private static string WordOf(PolicyPoints point, ScopeKind kind) => point switch
    {
        PolicyPoints.Checkpoint => "checkpoint",
        > PolicyPoints.Checkpoint => $"after_{WordOf(kind)}",
        _ => $"before_{WordOf(kind)}",
    };

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, RecordedValue value)
    {
        if (!value.IsEmpty)
        {
            json.WritePropertyName(name);
            MaskedJson.Write(json, value.ToJsonElement(), TextMask.Default);
        }
    }
}
