using System.Security.Cryptography;
using System.Text;
using Observe.Tests.Runs;

namespace Observe.Tests.Exporting;

public class LlmTraceTests
{
    [Fact]
    public async Task A_call_by_hand_reaches_trace_and_line_with_all_that_is_known_of_it()
    {
        ManualClock clock = new();
        (RunTrace run, string line) = await ExportedRun.OfAsync(
            run =>
            {
                clock.Advance(TimeSpan.FromSeconds(3));
                run.RecordLlmCall(new LlmCall("gpt-4o")
                {
                    Usage = new TokenUsage(1_000, 500, 300, 200, 50, 100),
                    Task = "answer",
                    ResponsePreview = "Five days.",
                    Duration = TimeSpan.FromSeconds(2),
                    TimeToFirstChunk = TimeSpan.FromMilliseconds(210),
                    FinishReason = "stop",
                    Messages = [new("system", "Be brief."), new("user", "Hello"), new("assistant", null), new("user", "How long do refunds take?")],
                });
            },
            options => options.TimeProvider = clock);
        ScopeTrace scope = Assert.Single(run.Scopes);
        Assert.Equal((ScopeKind.LlmCall, "answer", "manual"), (scope.Kind, scope.Name, scope.Source));
        Assert.Equal((run.StartTime.AddSeconds(1), TimeSpan.FromSeconds(2)), (scope.StartTime, scope.Duration));
        LlmTrace call = scope.Llm!;
        Assert.Equal(("gpt-4o", "openai", "answer", "stop"), (call.Model, call.Provider, call.Task, call.FinishReason));
        Assert.Equal(new TokenUsage(1_000, 500, 300, 200, 50, 100), call.Usage);
        Assert.Equal(("How long do refunds take?", "Five days."), (call.PromptPreview, call.ResponsePreview));
        Assert.Equal(TimeSpan.FromMilliseconds(210), call.TimeToFirstChunk);
        Assert.Equal((4, 2), (call.MessageCount, call.UserTurns));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("Be brief."))).ToLowerInvariant(), call.SystemPromptHash);
        Assert.Equal(100.0 * 1_000 / call.ContextWindow, call.ContextUtilization);
        CostEstimate estimate = ModelCatalogue.Default.Estimate("gpt-4o", call.Usage, ManualClock.Start)!.Value;
        Assert.Equal((estimate.Usd, true), (call.CostUsd, call.CostIsEstimate));
        Assert.Equal((estimate.Source, estimate.PriceAsOf, estimate.Model), (call.PriceSource, call.PriceAsOf, call.PricedModel));
        Assert.Contains("\"cache_write_1h_tokens\":50", line, StringComparison.Ordinal);
        Assert.Contains("\"time_to_first_chunk_ns\":210000000", line, StringComparison.Ordinal);
        Assert.Contains("\"cost_is_estimate\":true", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_of_a_call_is_left_out()
    {
        (RunTrace run, string line) = await ExportedRun.OfAsync(run => run.RecordLlmCall(new LlmCall("gpt-4o")));
        LlmTrace call = Assert.Single(run.Scopes).Llm!;
        Assert.Equal("gpt-4o", Assert.Single(run.Scopes).Name);
        Assert.Equal(default, call.Usage);
        Assert.Null(call.CostUsd);
        Assert.Null(call.TimeToFirstChunk);
        Assert.Null(call.MessageCount);
        Assert.Null(call.SystemPromptHash);
        Assert.Null(call.ContextUtilization);
        Assert.DoesNotContain("tokens", line, StringComparison.Ordinal);
        Assert.DoesNotContain("cost", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cost_of_an_unknown_model_is_unknown_and_the_run_says_so_once_for_each()
    {
        (RunTrace run, _) = await ExportedRun.OfAsync(run =>
        {
            run.RecordLlmCall(new LlmCall("my-own-model") { Usage = new TokenUsage(1_000, 500) });
            run.RecordLlmCall(new LlmCall("my-own-model") { Usage = new TokenUsage(1_000, 500) });
            run.RecordLlmCall(new LlmCall("another-own-model") { Usage = new TokenUsage(1_000, 500) });
            run.RecordLlmCall(new LlmCall("my-priced-model") { Usage = new TokenUsage(1_000, 500), CostUsd = 1 });
        });
        Assert.All(run.Scopes.Take(3), scope => Assert.Null(scope.Llm!.CostUsd));
        Assert.Equal(1, run.Scopes[3].Llm!.CostUsd);
        Assert.Equal(2, run.Warnings.Count);
        Assert.Contains("\"my-own-model\"", run.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("\"another-own-model\"", run.Warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cost_of_zero_and_any_other_given_cost_are_kept_as_they_are()
    {
        (RunTrace run, string line) = await ExportedRun.OfAsync(run =>
        {
            run.RecordLlmCall(new LlmCall("gpt-4o") { Usage = new TokenUsage(1_000, 500), CostUsd = 0 });
            run.RecordLlmCall(new LlmCall("gpt-4o") { Usage = new TokenUsage(1_000, 500), CostUsd = 0.000000123456789m });
        });
        Assert.Equal([0, 0.000000123456789m], run.Scopes.Select(scope => scope.Llm!.CostUsd));
        Assert.All(run.Scopes, scope => Assert.False(scope.Llm!.CostIsEstimate));
        Assert.All(run.Scopes, scope => Assert.Null(scope.Llm!.PriceSource));
        Assert.Contains("\"cost_usd\":0,", line, StringComparison.Ordinal);
        Assert.Contains("\"cost_usd\":0.000000123456789", line, StringComparison.Ordinal);
        Assert.DoesNotContain("cost_is_estimate", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_call_is_an_error_with_what_is_known_of_it()
    {
        (RunTrace run, _) = await ExportedRun.OfAsync(run => run.RecordLlmCall(new LlmCall("gpt-4o") { Error = "429" }));
        ScopeTrace scope = Assert.Single(run.Scopes);
        Assert.Equal((Outcome.Error, new TraceError("error", "429", null)), (scope.Outcome, scope.Error));
        Assert.Equal("gpt-4o", scope.Llm!.Model);
    }

    [Fact]
    public async Task The_kind_of_a_tool_says_nothing_of_how_its_call_came_to_be_recorded()
    {
        RunTrace run = await TestObserver.TraceAsync(run => run.RecordToolCall("lookup", toolType: ToolTypes.Api));
        Assert.Equal("manual", Assert.Single(run.Scopes).InstrumentationType);
    }

    [Fact]
    public async Task A_decision_has_its_metadata_and_says_how_it_came_to_be_recorded()
    {
        (RunTrace run, string line) = await ExportedRun.OfAsync(run =>
        {
            run.RecordDecision("route", ["a", "b"], "a", metadata: CapturedValue.Map(("rule", 7), ("of", CapturedValue.List("x"))), instrumentationType: "auto");
            run.RecordDecision("plain", ["a"], "a");
        });
        Assert.Equal("""{"rule":7,"of":["x"]}""", run.Scopes[0].DecisionMetadata);
        Assert.Null(run.Scopes[0].Reasoning);
        Assert.Null(run.Scopes[0].Confidence);
        Assert.Null(run.Scopes[1].DecisionMetadata);
        Assert.Equal(["auto", "manual"], run.Scopes.Select(scope => scope.InstrumentationType));
        Assert.Contains("\"instrumentation_type\":\"auto\"", line, StringComparison.Ordinal);
        Assert.Contains("\"metadata\":{\"rule\":7,\"of\":[\"x\"]}", line, StringComparison.Ordinal);
    }
}
