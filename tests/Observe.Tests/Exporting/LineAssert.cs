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
        Assert.Equal(run.Agent, Text(json, "agent"));
        Assert.Equal(run.Workflow, Text(json, "workflow"));
        Assert.Equal(run.SessionId, Text(json, "session_id"));
        Assert.Equal(run.UserId, Text(json, "user_id"));
        Assert.Equal(run.EndUserId, Text(json, "end_user_id"));
        Assert.Equal(run.UserGroup, Text(json, "user_group"));
        Assert.Equal(run.AnonymousId, Text(json, "anonymous_id"));
        Assert.Equal(run.StartTime.UtcDateTime, json.GetProperty("start").GetDateTime());
        EqualEnd(json, run.Duration, run.Outcome, run.Error, run.Arguments, run.Result);
        Assert.Equal(run.Tags, Members(json, "tags").Select(tag => KeyValuePair.Create(tag.Name, tag.Value.GetString()!)));
        Assert.Equal(run.Metadata, Members(json, "metadata").Select(entry => KeyValuePair.Create(entry.Name, entry.Value.GetRawText())));
        Assert.Equal(run.Warnings, Texts(json, "warnings"));
        Assert.Equal(run.DroppedRecords, json.TryGetProperty("dropped", out JsonElement dropped) ? dropped.GetInt32() : 0);
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
        Assert.Equal(scope.Kind switch { ScopeKind.Step => "step", ScopeKind.ToolCall => "tool_call", _ => "decision" }, Text(json, "kind"));
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

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static string[] Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? [.. value.EnumerateArray().Select(text => text.GetString()!)] : [];

    private static JsonProperty[] Members(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? [.. value.EnumerateObject()] : [];
}
