namespace Observe.Exporting.Json;

/// <summary>Writes what is known of a call of a language model, as the member <c>llm</c> of its scope.</summary>
internal static class LlmJson
{
    public static void Write(JsonText json, LlmTrace call)
    {
        json.Name("llm"u8);
        json.BeginObject();
        json.Name("model"u8);
        json.String(call.Model);
        Text(json, "provider"u8, call.Provider);
        Text(json, "task"u8, call.Task);
        Number(json, "input_tokens"u8, call.Usage.InputTokens);
        Number(json, "output_tokens"u8, call.Usage.OutputTokens);
        Number(json, "cache_read_tokens"u8, call.Usage.CacheReadTokens);
        Number(json, "cache_write_tokens"u8, call.Usage.CacheWriteTokens);
        Number(json, "cache_write_1h_tokens"u8, call.Usage.CacheWriteOneHourTokens);
        Number(json, "reasoning_tokens"u8, call.Usage.ReasoningTokens);
        WriteCost(json, call);
        Text(json, "prompt_preview"u8, call.PromptPreview);
        Text(json, "response_preview"u8, call.ResponsePreview);
        Text(json, "finish_reason"u8, call.FinishReason);
        Number(json, "time_to_first_chunk_ns"u8, call.TimeToFirstChunk is { } time ? time.Ticks * 100 : null);
        Number(json, "context_window"u8, call.ContextWindow);
        if (call.ContextUtilization is { } utilization)
        {
            json.Name("context_utilization_percent"u8);
            json.Number(Math.Round(utilization, 3));
        }

        Number(json, "message_count"u8, call.MessageCount);
        Number(json, "user_turns"u8, call.UserTurns);
        Text(json, "system_prompt_sha256"u8, call.SystemPromptHash);
        json.EndObject();
    }

    private static void WriteCost(JsonText json, LlmTrace call)
    {
        if (call.CostUsd is not { } cost)
        {
            return;
        }

        json.Name("cost_usd"u8);
        json.Formatted(cost, "G");
        if (call.CostIsEstimate)
        {
            json.Name("cost_is_estimate"u8);
            json.Boolean(true);
            Text(json, "price_source"u8, call.PriceSource);
            Text(json, "priced_model"u8, call.PricedModel);
            if (call.PriceAsOf is { } day)
            {
                json.Name("price_as_of"u8);
                json.Date(day);
            }
        }
    }

    private static void Text(JsonText json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.Name(name);
            json.String(text);
        }
    }

    private static void Number(JsonText json, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } known)
        {
            json.Name(name);
            json.Number(known);
        }
    }
}
