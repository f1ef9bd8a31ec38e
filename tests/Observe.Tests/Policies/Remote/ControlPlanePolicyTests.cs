using System.Text.Json;

namespace Observe.Tests.Policies.Remote;

public sealed class ControlPlanePolicyTests
{
    [Theory]
    [MemberData(nameof(Ask.BothWays), MemberType = typeof(Ask))]
    public async Task The_question_has_the_fields_of_both_dialects(bool isAsync)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "action": "allow" }"""));
        using ControlPlanePolicy policy = new(new ControlPlanePolicyOptions { Timeout = Ask.Patience, BaseAddress = new Uri(server.Address, "/tenant"), Key = "wax_sk_abc" });

        PolicyResult result = await policy.AskAsync(isAsync);

        Assert.Equal(PolicyAction.Allow, result.Action);
        Assert.Equal("POST /tenant/api/v1/observe/policy-check/ HTTP/1.1", server.Last.Line);
        Assert.Equal("wax_sk_abc", server.Last.Headers["X-Wax-Key"]);
        Assert.Equal("application/json", server.Last.Headers["Content-Type"]);
        JsonElement question = server.Last.Json;
        Assert.Equal("", question.GetProperty("agent_name").GetString());
        Assert.Equal("default", question.GetProperty("workflow_name").GetString());
        Assert.Equal("tool:refund", question.GetProperty("action").GetString());
        Assert.Equal("", question.GetProperty("run_id").GetString());
        JsonElement context = question.GetProperty("context");
        Assert.Equal("mid_execution", context.GetProperty("phase").GetString());
        Assert.Equal("before_tool_call", context.GetProperty("point").GetString());
        Assert.Equal("tool_call", context.GetProperty("kind").GetString());
        Assert.Equal("refund", context.GetProperty("name").GetString());
        Assert.Equal("api", context.GetProperty("tool_type").GetString());
        Assert.Equal("""{"text":"order 7","amount":12.5}""", context.GetProperty("arguments").GetRawText());
        Assert.Equal(0, context.GetProperty("usage").GetProperty("tool_calls").GetInt32());
    }

    [Fact]
    public async Task The_key_may_be_a_bearer_token()
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "action": "allow" }"""));
        using ControlPlanePolicy policy = new(
            new ControlPlanePolicyOptions { Timeout = Ask.Patience, BaseAddress = server.Address, Key = "wax_sk_abc", KeyHeader = ControlPlaneKeyHeader.Bearer });

        await policy.AskAsync(isAsync: true);

        Assert.Equal("Bearer wax_sk_abc", server.Last.Headers["Authorization"]);
        Assert.False(server.Last.Headers.ContainsKey("X-Wax-Key"));
    }

    [Fact]
    public async Task Arguments_stay_at_home_when_they_are_not_to_be_sent()
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "action": "allow" }"""));
        using ControlPlanePolicy policy = new(new ControlPlanePolicyOptions { Timeout = Ask.Patience, BaseAddress = server.Address, SendArguments = false });

        await policy.AskAsync(isAsync: true);

        Assert.DoesNotContain("order 7", server.Last.Body, StringComparison.Ordinal);
        Assert.False(server.Last.Json.GetProperty("context").TryGetProperty("arguments", out _));
    }

    [Fact]
    public async Task Secrets_in_arguments_are_masked()
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "action": "allow" }"""));
        using ControlPlanePolicy policy = new(new ControlPlanePolicyOptions { Timeout = Ask.Patience, BaseAddress = server.Address });

        await policy.AskAsync(isAsync: true, Ask.AboutTool(text: "write to \"jane@example.com\" please"));

        Assert.DoesNotContain("jane@example.com", server.Last.Body, StringComparison.Ordinal);
        Assert.Equal(
            "write to \"##EMAIL##\" please",
            server.Last.Json.GetProperty("context").GetProperty("arguments").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("allow", PolicyAction.Allow)]
    [InlineData("warn", PolicyAction.Warn)]
    [InlineData("redact", PolicyAction.Redact)]
    [InlineData("throttle", PolicyAction.Throttle)]
    [InlineData("block", PolicyAction.Block)]
    [InlineData("skip", PolicyAction.Skip)]
    [InlineData("retry", PolicyAction.Retry)]
    [InlineData(" BLOCK ", PolicyAction.Block)]
    public async Task Either_dialect_says_every_action(string word, PolicyAction action)
    {
        Assert.Equal(action, (await AnswerAsync($$"""{ "action": "{{word}}" }""")).Action);
        Assert.Equal(action, (await AnswerAsync($$"""{ "decision": "{{word}}" }""")).Action);
        Assert.Equal(action, (await AnswerAsync($$"""{ "action": null, "decision": "{{word}}", "more": [1] }""")).Action);
    }

    [Fact]
    public async Task Everything_else_that_is_known_is_taken_over()
    {
        PolicyResult result = await AnswerAsync(
            """
            {
              "decision": "throttle", "policy_id": "pol_7", "category": "rate-limit", "reason": "too fast", "retry_after_seconds": 2.5,
              "redacted_content": "call ##PHONE##", "retry_feedback": "slower",
              "metadata": { "approvers": ["ann", "bob"], "timeout_minutes": 15, "note": "n", "none": null, "deep": { "a": [1] } }
            }
            """);

        Assert.Equal((PolicyAction.Throttle, "too fast"), (result.Action, result.Reason));
        Assert.Equal(("control-plane", "rate-limit"), (result.PolicyName, result.Category));
        Assert.Equal(TimeSpan.FromSeconds(2.5), result.RetryAfter);
        Assert.Equal(("call ##PHONE##", "slower"), (result.RedactedContent, result.Feedback));
        Assert.Equal(
            ["approvers=ann,bob", "deep={ \"a\": [1] }", "note=n", "policy_id=pol_7", "timeout_minutes=15"],
            result.Metadata.Select(entry => $"{entry.Key}={entry.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_stands_beside_the_action_may_have_any_type()
    {
        PolicyResult result = await AnswerAsync(
            """{ "action": "block", "reason": 7, "metadata": [], "category": {}, "retry_after_seconds": "soon", "redacted_content": [], "policy_id": 12 }""");

        Assert.Equal((PolicyAction.Block, "7", "control-plane"), (result.Action, result.Reason, result.Category));
        Assert.Null(result.RetryAfter);
        Assert.Null(result.RedactedContent);
        Assert.Equal("12", result.Metadata["policy_id"]);
    }

    [Theory]
    [InlineData("-1", null)]
    [InlineData("1e300", 86400.0)]
    [InlineData("\"30\"", 30.0)]
    [InlineData("0", 0.0)]
    public async Task A_pause_makes_sense_or_is_left_out(string seconds, double? expected)
    {
        PolicyResult result = await AnswerAsync($$"""{ "action": "throttle", "retry_after_seconds": {{seconds}} }""");

        Assert.Equal(expected, result.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task When_both_words_are_there_the_more_severe_counts()
    {
        Assert.Equal(PolicyAction.Block, (await AnswerAsync("""{ "action": "allow", "decision": "block" }""")).Action);
        Assert.Equal(PolicyAction.Throttle, (await AnswerAsync("""{ "decision": "warn", "action": "throttle" }""")).Action);
    }

    [Theory]
    [InlineData(PolicyFailure.Closed, PolicyAction.Block)]
    [InlineData(PolicyFailure.Open, PolicyAction.Warn)]
    public async Task An_unknown_action_keeps_its_word_and_counts_as_the_setting_says(PolicyFailure onFailure, PolicyAction action)
    {
        PolicyResult result = await AnswerAsync("""{ "action": "quarantine" }""", onFailure);

        Assert.Equal((action, "quarantine"), (result.Action, result.UnknownAction));
        Assert.Equal("the server answered \"quarantine\", which is no known action", result.Reason);
        Assert.Equal("keep away", (await AnswerAsync("""{ "action": "quarantine", "reason": "keep away" }""", onFailure)).Reason);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("\"allow\"")]
    [InlineData("{ \"action\": true }")]
    [InlineData("{ \"action\": \"\" }")]
    [InlineData("{ \"action\": \"allow\", \"decision\": 3 }")]
    [InlineData("{ \"action\": \"\\ud800\" }")]
    public async Task An_answer_without_a_decision_is_a_failure(string json)
    {
        PolicyResult closed = await AnswerAsync(json);
        Assert.Equal(PolicyAction.Block, closed.Action);
        Assert.EndsWith("/api/v1/observe/policy-check/ gave no decision: an answer that is not understood", closed.Reason, StringComparison.Ordinal);
        Assert.Equal(PolicyAction.Warn, (await AnswerAsync(json, PolicyFailure.Open)).Action);
    }

    [Fact]
    public void Options_that_cannot_be_used_are_refused()
    {
        Assert.Contains("http://", Refused(new() { BaseAddress = new Uri("ftp://host") }), StringComparison.Ordinal);
        Assert.Contains("http://", Refused(new() { BaseAddress = new Uri("tenant", UriKind.Relative) }), StringComparison.Ordinal);
        string secret = Refused(new() { BaseAddress = new Uri("http://me:wax_sk_abc@host") });
        Assert.Contains("no user name", secret, StringComparison.Ordinal);
        Assert.DoesNotContain("wax_sk_abc", secret, StringComparison.Ordinal);
        string key = Refused(new() { BaseAddress = new Uri("http://host"), Key = "wax_sk_abc\n" });
        Assert.Contains("Key has a character", key, StringComparison.Ordinal);
        Assert.DoesNotContain("wax_sk_abc", key, StringComparison.Ordinal);
        Assert.Contains("Timeout", Refused(new() { BaseAddress = new Uri("http://host"), Timeout = TimeSpan.Zero }), StringComparison.Ordinal);
        Assert.Contains("StaleFor", Refused(new() { BaseAddress = new Uri("http://host"), StaleFor = TimeSpan.FromSeconds(-1) }), StringComparison.Ordinal);
    }

    private static string Refused(ControlPlanePolicyOptions options) =>
        Assert.ThrowsAny<ArgumentException>(() => new ControlPlanePolicy(options)).Message;

    private static async Task<PolicyResult> AnswerAsync(string json, PolicyFailure onFailure = PolicyFailure.Closed)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json(json));
        using ControlPlanePolicy policy = new(new ControlPlanePolicyOptions { BaseAddress = server.Address, OnFailure = onFailure, Timeout = Ask.Patience });
        return await policy.AskAsync(isAsync: true);
    }
}
