using System.Text.Json;

namespace Observe.Tests.Policies.Remote;

public sealed class OpaPolicyTests
{
    [Theory]
    [MemberData(nameof(Ask.BothWays), MemberType = typeof(Ask))]
    public async Task The_question_is_the_input(bool isAsync)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("""{ "result": true }"""));
        using OpaPolicy policy = new(new OpaPolicyOptions { Timeout = Ask.Patience, BaseAddress = server.Address, Path = "/agents/may be", Token = "t0k" });

        PolicyResult result = await policy.AskAsync(isAsync);

        Assert.Equal(PolicyAction.Allow, result.Action);
        Assert.Equal("POST /v1/data/agents/may%20be HTTP/1.1", server.Last.Line);
        Assert.Equal("Bearer t0k", server.Last.Headers["Authorization"]);
        JsonElement input = server.Last.Json.GetProperty("input");
        Assert.Equal("default", input.GetProperty("workflow").GetString());
        Assert.Equal("before_tool_call", input.GetProperty("point").GetString());
        Assert.Equal("refund", input.GetProperty("name").GetString());
        Assert.Equal(12.5, input.GetProperty("arguments").GetProperty("amount").GetDouble());
        Assert.Equal(1, input.GetProperty("attempt").GetInt32());
    }

    [Theory]
    [InlineData("true", PolicyAction.Allow, "")]
    [InlineData("false", PolicyAction.Block, "")]
    [InlineData("\"warn\"", PolicyAction.Warn, "")]
    [InlineData("[]", PolicyAction.Allow, "")]
    [InlineData("[\"\"]", PolicyAction.Block, "")]
    [InlineData("[\"too much\"]", PolicyAction.Block, "too much")]
    [InlineData("[\"a\", {\"msg\": \"b\"}, 3]", PolicyAction.Block, "a; b; 3")]
    [InlineData("{\"allow\": true}", PolicyAction.Allow, "")]
    [InlineData("{\"allow\": false, \"reason\": \"no\"}", PolicyAction.Block, "no")]
    [InlineData("{\"allowed\": false}", PolicyAction.Block, "")]
    [InlineData("{\"deny\": []}", PolicyAction.Allow, "")]
    [InlineData("{\"deny\": false}", PolicyAction.Allow, "")]
    [InlineData("{\"deny\": true}", PolicyAction.Block, "")]
    [InlineData("{\"deny\": \"closed\"}", PolicyAction.Block, "closed")]
    [InlineData("{\"deny\": [\"x\", \"y\"]}", PolicyAction.Block, "x; y")]
    [InlineData("{\"allow\": true, \"deny\": [\"x\"]}", PolicyAction.Block, "x")]
    [InlineData("{\"allow\": false, \"deny\": []}", PolicyAction.Block, "")]
    [InlineData("{\"action\": \"throttle\", \"reason\": \"slow\"}", PolicyAction.Throttle, "slow")]
    [InlineData("{\"action\": \"allow\", \"deny\": [\"x\"]}", PolicyAction.Block, "x")]
    [InlineData("{\"action\": \"warn\", \"allow\": true, \"reason\": \"r\"}", PolicyAction.Warn, "r")]
    public async Task A_result_of_any_known_shape_is_understood(string result, PolicyAction action, string reason)
    {
        PolicyResult answer = await AnswerAsync($$"""{ "decision_id": "d", "result": {{result}} }""");

        Assert.Equal((action, reason), (answer.Action, answer.Reason));
        Assert.Equal(("opa", "opa"), (answer.PolicyName, answer.Category));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("{}")]
    [InlineData("{\"allow\": \"yes\"}")]
    [InlineData("{\"allow\": true, \"deny\": 3}")]
    [InlineData("{\"allow\": true, \"action\": 3}")]
    [InlineData("\"\"")]
    public async Task A_result_of_another_shape_is_a_failure(string result)
    {
        PolicyResult answer = await AnswerAsync($$"""{ "result": {{result}} }""");

        Assert.Equal(PolicyAction.Block, answer.Action);
        Assert.EndsWith("an answer that is not understood", answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PolicyFailure.Closed, PolicyFailure.Open, PolicyAction.Block)]
    [InlineData(PolicyFailure.Open, PolicyFailure.Closed, PolicyAction.Warn)]
    public async Task An_undefined_document_has_its_own_setting(PolicyFailure onUndefined, PolicyFailure onFailure, PolicyAction action)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json("{}"));
        using OpaPolicy policy = new(
            new OpaPolicyOptions { Timeout = Ask.Patience, BaseAddress = server.Address, Path = "agents/decision", OnUndefined = onUndefined, OnFailure = onFailure });

        PolicyResult answer = await policy.AskAsync(isAsync: true);

        Assert.Equal((action, "data.agents.decision is undefined for this input"), (answer.Action, answer.Reason));
    }

    [Fact]
    public async Task An_unknown_word_is_kept()
    {
        PolicyResult answer = await AnswerAsync("""{ "result": { "action": "escalate", "allow": true } }""");

        Assert.Equal((PolicyAction.Block, "escalate"), (answer.Action, answer.UnknownAction));
    }

    [Fact]
    public async Task What_the_server_says_about_an_error_is_in_the_reason()
    {
        await using LoopbackServer server = new(LoopbackAnswers.Status(400, """{ "code": "invalid_parameter", "message": "error(s) occurred" }"""));
        using OpaPolicy policy = new(new OpaPolicyOptions { Timeout = Ask.Patience, BaseAddress = server.Address, Path = "agents" });

        PolicyResult answer = await policy.AskAsync(isAsync: false);

        Assert.Equal((PolicyAction.Block, $"{server.Address}v1/data/agents gave no decision: status 400: invalid_parameter, error(s) occurred"), (answer.Action, answer.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/")]
    public void A_path_is_needed(string path) => Assert.Contains(
        "Path must name",
        Assert.Throws<ArgumentException>(() => new OpaPolicy(new OpaPolicyOptions { BaseAddress = new Uri("http://localhost"), Path = path })).Message,
        StringComparison.Ordinal);

    private static async Task<PolicyResult> AnswerAsync(string json)
    {
        await using LoopbackServer server = new(LoopbackAnswers.Json(json));
        using OpaPolicy policy = new(new OpaPolicyOptions { BaseAddress = server.Address, Path = "agents/decision", Timeout = Ask.Patience });
        return await policy.AskAsync(isAsync: true);
    }
}
