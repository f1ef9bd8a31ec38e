using System.Globalization;
using System.Text.Json;

namespace Observe.Tests.Exporting;

/// <summary>Compares a line of the file with the decoded run, field by field.</summary>
internal static class LineAssert
{
    public static void Equal(RunTrace run, string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement json = document.RootElement;
        Assert.Equal("v", json.EnumerateObject().First().Name);
        Assert.Equal(1, json.GetProperty("v").GetInt32());
        Assert.Equal(run.TraceId.ToHexString(), Text(json, "trace_id"));
        Assert.Equal(run.SpanId.ToHexString(), Text(json, "span_id"));
        Assert.Equal(run.ParentSpanId?.ToHexString(), Text(json, "parent_span_id"));
        Assert.Equal(run.StartTime.UtcDateTime, json.GetProperty("start").GetDateTime());
        Assert.Equal(run.IsAddendum, json.TryGetProperty("addendum", out JsonElement addendum) && addendum.GetBoolean());
        Assert.Equal(run.DroppedRecords, Integer(json, "dropped") ?? 0);
        EqualRemarks(run, run.PolicyChecks, run.Events, json);
        if (run.IsAddendum)
        {
            string[] known = ["v", "trace_id", "span_id", "addendum", "start", "dropped", "events"];
            Assert.Equal(
                known.Where(name => name switch { "dropped" => run.DroppedRecords > 0, "events" => run.Events.Count > 0, _ => true }),
                json.EnumerateObject().Select(member => member.Name));
            return;
        }

        Assert.Equal(run.Agent, Text(json, "agent"));
        Assert.Equal(run.Workflow, Text(json, "workflow"));
        Assert.Equal(run.SessionId, Text(json, "session_id"));
        Assert.Equal(run.UserId, Text(json, "user_id"));
        Assert.Equal(run.EndUserId, Text(json, "end_user_id"));
        Assert.Equal(run.UserGroup, Text(json, "user_group"));
        Assert.Equal(run.AnonymousId, Text(json, "anonymous_id"));
        EqualEnd(json, run.Duration, run.Outcome, run.Error, run.Arguments, run.Result);
        Assert.Equal(run.Tags, Members(json, "tags").Select(tag => KeyValuePair.Create(tag.Name, tag.Value.GetString()!)));
        Assert.Equal(run.Metadata, Members(json, "metadata").Select(entry => KeyValuePair.Create(entry.Name, entry.Value.GetRawText())));
        Assert.Equal(run.Warnings, Texts(json, "warnings"));
        JsonElement[] scopes = [.. json.GetProperty("scopes").EnumerateArray()];
        Assert.Equal(run.Scopes.Count, scopes.Length);
        for (int i = 0; i < scopes.Length; i++)
        {
            Equal(run, run.Scopes[i], scopes[i]);
        }
    }

    private static void Equal(RunTrace run, ScopeTrace scope, JsonElement json)
    {
        Assert.Equal(scope.Id, json.GetProperty("id").GetInt32());
        Assert.Equal(scope.ParentId, json.GetProperty("parent").GetInt32());
        Assert.Equal(scope.SpanId.ToHexString(), Text(json, "span_id"));
        Assert.Equal(Snake(scope.Kind), Text(json, "kind"));
        Assert.Equal(scope.Name, Text(json, "name"));
        Assert.Equal(scope.StepNumber, json.TryGetProperty("step", out JsonElement step) ? step.GetInt32() : null);
        Assert.Equal(scope.ToolType, Text(json, "tool_type"));
        Assert.Equal(scope.Source, Text(json, "source") ?? "attribute");
        Assert.Equal((scope.StartTime - run.StartTime).Ticks, json.GetProperty("start_ns").GetInt64() / 100);
        EqualEnd(json, scope.Duration, scope.Outcome, scope.Error, scope.Arguments, scope.Result);
        Assert.Equal(scope.Items, json.TryGetProperty("items", out JsonElement items) ? items.GetInt64() : null);
        Assert.Equal(scope.Completed, json.TryGetProperty("completed", out JsonElement completed) ? completed.GetBoolean() : null);
        Assert.Equal(scope.Options, Texts(json, "options"));
        Assert.Equal(scope.Reasoning, Text(json, "reasoning"));
        Assert.Equal(scope.Confidence, json.TryGetProperty("confidence", out JsonElement confidence) ? confidence.GetDouble() : null);
        Assert.Equal(scope.DecisionMetadata, Raw(json, "metadata"));
        Assert.Equal(scope.Kind == ScopeKind.Decision ? scope.InstrumentationType : null, Text(json, "instrumentation_type"));
        EqualLlm(scope.Llm, Child(json, "llm"));
        EqualRetrieval(scope.Retrieval, Child(json, "retrieval"));
        EqualThought(scope.Thought, Child(json, "thought"));
        EqualRemarks(run, scope.PolicyChecks, scope.Events, json);
    }

    private static void EqualLlm(LlmTrace? call, JsonElement? json)
    {
        Assert.Equal(call is not null, json is not null);
        if (call is null || json is not { } line)
        {
            return;
        }

        Assert.Equal(call.Model, Text(line, "model"));
        Assert.Equal(call.Provider, Text(line, "provider"));
        Assert.Equal(call.Task, Text(line, "task"));
        Assert.Equal(call.Usage.InputTokens, Integer(line, "input_tokens"));
        Assert.Equal(call.Usage.OutputTokens, Integer(line, "output_tokens"));
        Assert.Equal(call.Usage.CacheReadTokens, Integer(line, "cache_read_tokens"));
        Assert.Equal(call.Usage.CacheWriteTokens, Integer(line, "cache_write_tokens"));
        Assert.Equal(call.Usage.CacheWriteOneHourTokens, Integer(line, "cache_write_1h_tokens"));
        Assert.Equal(call.Usage.ReasoningTokens, Integer(line, "reasoning_tokens"));
        Assert.Equal(call.CostUsd, line.TryGetProperty("cost_usd", out JsonElement cost) ? cost.GetDecimal() : null);
        Assert.Equal(call.CostIsEstimate, line.TryGetProperty("cost_is_estimate", out JsonElement isEstimate) && isEstimate.GetBoolean());
        Assert.Equal(call.PriceSource, Text(line, "price_source"));
        Assert.Equal(call.PricedModel, Text(line, "priced_model"));
        Assert.Equal(call.PriceAsOf, Text(line, "price_as_of") is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null);
        Assert.Equal(call.PromptPreview, Text(line, "prompt_preview"));
        Assert.Equal(call.ResponsePreview, Text(line, "response_preview"));
        Assert.Equal(call.FinishReason, Text(line, "finish_reason"));
        Assert.Equal(call.TimeToFirstChunk?.Ticks, Integer(line, "time_to_first_chunk_ns") / 100);
        Assert.Equal(call.ContextWindow, Integer(line, "context_window"));
        Assert.Equal(call.ContextUtilization is { } percent ? Math.Round(percent, 3) : null, Number(line, "context_utilization_percent"));
        Assert.Equal(call.MessageCount, Integer(line, "message_count"));
        Assert.Equal(call.UserTurns, Integer(line, "user_turns"));
        Assert.Equal(call.SystemPromptHash, Text(line, "system_prompt_sha256"));
    }

    private static void EqualRetrieval(RetrievalTrace? retrieval, JsonElement? json)
    {
        Assert.Equal(retrieval is not null, json is not null);
        if (retrieval is not null && json is { } line)
        {
            Assert.Equal(retrieval.Query, Text(line, "query"));
            Assert.Equal(retrieval.TopK, Integer(line, "top_k"));
            Assert.Equal(retrieval.Source, Text(line, "source"));
            Assert.Equal(retrieval.Found, Integer(line, "found"));
            Assert.Equal(retrieval.Scores, Child(line, "scores") is { } scores ? scores.EnumerateArray().Select(ToNumber) : []);
        }
    }

    private static void EqualThought(ReasoningTrace? thought, JsonElement? json)
    {
        Assert.Equal(thought is not null, json is not null);
        if (thought is not null && json is { } line)
        {
            Assert.Equal(thought.Thought, Text(line, "text"));
            Assert.Equal(thought.Evidence, Texts(line, "evidence"));
            Assert.Equal(thought.Conclusion, Text(line, "conclusion"));
        }
    }

    private static void EqualRemarks(RunTrace run, IReadOnlyList<PolicyCheckTrace> checks, IReadOnlyList<EventTrace> events, JsonElement json)
    {
        JsonElement[] checkLines = Child(json, "policy_checks") is { } some ? [.. some.EnumerateArray()] : [];
        Assert.Equal(checks.Count, checkLines.Length);
        foreach ((PolicyCheckTrace check, JsonElement line) in checks.Zip(checkLines))
        {
            Equal(run, check, line);
        }

        JsonElement[] eventLines = Child(json, "events") is { } happened ? [.. happened.EnumerateArray()] : [];
        Assert.Equal(events.Count, eventLines.Length);
        foreach ((EventTrace expected, JsonElement line) in events.Zip(eventLines))
        {
            Assert.Equal(Snake(expected.Kind), Text(line, "kind"));
            Assert.Equal(expected.Name, Text(line, "name"));
            Assert.Equal((expected.Time - run.StartTime).Ticks, Integer(line, "at_ns") / 100);
            Assert.Equal(expected.Value, Raw(line, "value"));
        }
    }

    private static void Equal(RunTrace run, PolicyCheckTrace check, JsonElement line)
    {
        Assert.Equal(check.Policy, Text(line, "policy"));
        Assert.Equal(check.Version, Text(line, "version") ?? "");
        Assert.Equal(check.Category, Text(line, "category") ?? "");
        Assert.Equal(Snake(check.Phase), Text(line, "phase"));
        Assert.Equal(Snake(check.Action), Text(line, "action"));
        Assert.Equal(check.UnknownAction, Text(line, "unknown_action"));
        Assert.Equal(check.Reason, Text(line, "reason") ?? "");
        Assert.Equal(check.Priority, Integer(line, "priority"));
        Assert.Equal((check.Time - run.StartTime).Ticks, Integer(line, "at_ns") / 100);
        Assert.Equal(check.Duration.Ticks, Integer(line, "duration_ns") / 100);
        Assert.Equal(check.RetryAfter?.TotalSeconds, Number(line, "retry_after_seconds"));
        Assert.Equal(check.ArgumentsHash, Text(line, "arguments_sha256"));
    }

    private static void EqualEnd(JsonElement json, TimeSpan? duration, Outcome outcome, TraceError? error, string? arguments, string? result)
    {
        Assert.Equal(duration?.Ticks, json.TryGetProperty("duration_ns", out JsonElement time) ? time.GetInt64() / 100 : null);
        Assert.Equal(outcome.ToString(), Text(json, "status"), ignoreCase: true);
        bool failed = json.TryGetProperty("error", out JsonElement thrown);
        Assert.Equal(error, failed ? new TraceError(Text(thrown, "type")!, Text(thrown, "message")!, Text(thrown, "stack")) : null);
        Assert.Equal(arguments, json.TryGetProperty("arguments", out JsonElement captured) ? captured.GetRawText() : null);
        Assert.Equal(result, json.TryGetProperty("result", out JsonElement returned) ? returned.GetRawText() : null);
    }

    /// <summary>The word of an enum's member in the file: LlmCall is llm_call.</summary>
    private static string Snake<T>(T member)
        where T : struct, Enum =>
        string.Concat(member.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private static JsonElement? Child(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value : null;

    private static string? Raw(JsonElement json, string name) => Child(json, name)?.GetRawText();

    private static long? Integer(JsonElement json, string name) => Child(json, name)?.GetInt64();

    private static double? Number(JsonElement json, string name) => Child(json, name) is { } value ? ToNumber(value) : null;

    private static double ToNumber(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDouble();

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static string[] Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? [.. value.EnumerateArray().Select(text => text.GetString()!)] : [];

    private static JsonProperty[] Members(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? [.. value.EnumerateObject()] : [];
}
