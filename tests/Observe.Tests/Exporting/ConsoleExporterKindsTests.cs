using static Observe.Tests.Exporting.ConsoleExporterTraces;

namespace Observe.Tests.Exporting;

public class ConsoleExporterKindsTests
{
    private static readonly LlmTrace s_answer = new()
    {
        Model = "gpt-4o",
        Usage = new TokenUsage(1_000, 500, cacheReadTokens: 800, reasoningTokens: 100),
        CostUsd = 0.0075m,
        CostIsEstimate = true,
        ResponsePreview = "Refunds take\n\n 5 days.",
        FinishReason = "stop",
        TimeToFirstChunk = TimeSpan.FromMilliseconds(210),
    };

    [Fact]
    public void A_call_of_a_language_model_shows_model_tokens_cost_first_chunk_and_the_beginning_of_its_answer()
    {
        string[] lines = Lines(Run(scopes: [Call(1, "answer", s_answer)]));

        Assert.Equal(
        [
            "  12 ms  └─ ✦ answer  gpt-4o · 1,000 tokens in (800 cached) · 500 out (100 reasoning) · ≈ $0.0075 · first chunk 210 ms",
            "              “Refunds take 5 days.”",
        ], lines[1..3]);
        Assert.StartsWith("         ✦ 1 LLM call · 1,000 tokens in · 500 out · ≈ $0.0075 · ", lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpt-4o", "0.0075", false, "✦ gpt-4o  10 tokens in · 5 out · $0.0075")]
    [InlineData("gpt-4o", "0", false, "✦ gpt-4o  10 tokens in · 5 out · $0")]
    [InlineData("own", null, false, "✦ own  10 tokens in · 5 out · $?")]
    [InlineData("gpt-4o", "12.5", true, "✦ gpt-4o  10 tokens in · 5 out · ≈ $12.50")]
    public void A_cost_is_given_or_estimated_or_unknown(string model, string? cost, bool isEstimate, string expected)
    {
        LlmTrace call = new()
        {
            Model = model,
            Usage = new TokenUsage(10, 5),
            CostUsd = cost is null ? null : decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture),
            CostIsEstimate = isEstimate,
        };

        Assert.Equal("  12 ms  └─ " + expected, Lines(Run(scopes: [Call(1, model, call)]))[1]);
    }

    [Theory]
    [InlineData("0.1", "$0.10")]
    [InlineData("0.07", "$0.07")]
    [InlineData("0.0123456", "$0.0123")]
    [InlineData("0.00000012345", "$0.000000123")]
    [InlineData("0.0000000000000000000000000001", "$0.0000000000000000000000000001")]
    [InlineData("1.005", "$1.00")]
    [InlineData("1234567.891", "$1,234,567.89")]
    [InlineData("0.00", "$0")]
    [InlineData("-0.5", "-$0.50")]
    public void Costs_have_three_digits_below_a_dollar_and_cents_above(string dollars, string expected) => Assert.Equal(
        expected,
        CostText.Of(decimal.Parse(dollars, System.Globalization.CultureInfo.InvariantCulture), isEstimate: false, Glyphs.Unicode));

    [Fact]
    public void Totals_of_calls_say_what_is_estimated_and_what_is_unknown()
    {
        LlmTrace unknown = new() { Model = "own" };
        string[] lines = Lines(Run(scopes:
        [
            Call(1, "a", s_answer),
            Call(2, "b", s_answer with { CostUsd = 0.01m, CostIsEstimate = false }),
            Call(3, "c", unknown),
            Call(4, "never", unknown, Outcome.Blocked),
        ]));
        Assert.Contains("✦ 4 LLM calls · 2,000 + ? tokens in · 1,000 + ? out · ≈ $0.0175 + ? · ", lines[^2] + lines[^1], StringComparison.Ordinal);
        Assert.Contains("✦ never  own · ⛔ blocked", string.Join('\n', lines), StringComparison.Ordinal);
        Assert.Contains("✦ 1 LLM call · $? · ", Lines(Run(scopes: [Call(1, "c", unknown)]))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_call_of_a_language_model_and_an_answer_that_was_cut_are_marked()
    {
        TraceError error = new("System.Net.Http.HttpRequestException", "429 too many requests", null);
        string[] lines = Lines(Run(scopes:
        [
            Call(1, "failed", new LlmTrace { Model = "gpt-4o" }, Outcome.Error, error),
            Call(2, "cut", s_answer with { FinishReason = "length", ResponsePreview = null, TimeToFirstChunk = null }),
        ]));
        Assert.Equal("  12 ms  ├─ ✦ failed  gpt-4o · $? · ✗ HttpRequestException: 429 too many requests", lines[1]);
        Assert.Equal("  12 ms  └─ ✦ cut  gpt-4o · 1,000 tokens in (800 cached) · 500 out (100 reasoning) · ≈ $0.0075 · length", lines[2]);
    }

    [Fact]
    public void A_retrieval_shows_query_source_count_and_its_best_scores()
    {
        RetrievalTrace refunds = new() { Query = "refund policy", Source = "handbook", TopK = 5, Found = 4, Scores = [0.5, 0.91234, 0.8, 0.7] };
        string[] lines = Lines(Run(scopes:
        [
            Scope(1, "search_docs", ScopeKind.Retrieval, retrieval: refunds),
            Scope(2, "handbook", ScopeKind.Retrieval, retrieval: refunds with { TopK = null, Scores = [0.11, 0.2, 0.4, 0.9] }),
            Scope(3, "lookup", ScopeKind.Retrieval, arguments: """{"id":7}""", result: "\"text\"", retrieval: new RetrievalTrace()),
        ]));

        Assert.Equal(
        [
            "  12 ms  ├─ ⌕ search_docs  “refund policy” · in handbook · found 4 of 5 · best 0.912, 0.8, 0.7",
            "  12 ms  ├─ ⌕ handbook  “refund policy” · found 4 · best 0.11, 0.2, 0.4",
            "  12 ms  └─ ⌕ lookup  id: 7",
            "              → \"text\"",
        ], lines[1..5]);
        Assert.StartsWith("         ⌕ 3 retrievals · ", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void A_thought_shows_what_follows_from_it_and_how_much_speaks_for_it()
    {
        ReasoningTrace thought = new() { Thought = "billed twice", Conclusion = "refund one", Evidence = ["invoice 7", "invoice 8"] };
        string[] lines = Lines(Run(scopes:
        [
            Scope(1, "check", ScopeKind.Reasoning, thought: thought),
            Scope(2, "long", ScopeKind.Reasoning, thought: thought with { Thought = string.Join(' ', Enumerable.Repeat("again", 30)) }),
            Scope(3, "own", ScopeKind.Reasoning, result: """{"idea":1}""", thought: new ReasoningTrace()),
        ]));

        Assert.Equal("  12 ms  ├─ ∴ check  “billed twice” → “refund one” · 2 pieces of evidence", lines[1]);
        Assert.Equal("  12 ms  ├─ ∴ long  2 pieces of evidence", lines[2]);
        Assert.StartsWith("         │    “again again", lines[3], StringComparison.Ordinal);
        Assert.EndsWith("again” → “refund one”", lines[4], StringComparison.Ordinal);
        Assert.Equal("  12 ms  └─ ∴ own → {idea: 1}", lines[5]);
        Assert.Contains("∴ 3 thoughts · ", lines[6], StringComparison.Ordinal);
    }

    [Fact]
    public void A_human_turn_shows_question_answer_and_who_gave_it_and_waiting_is_summed_up()
    {
        string[] lines = Lines(Run(scopes:
        [
            Scope(
                1,
                "approval",
                ScopeKind.HumanTurn,
                duration: 125_000,
                arguments: """{"prompt":"refund: 20 EUR","channel":"slack"}""",
                result: """{"response":"approved","by":"ana","reason":"small"}"""),
            Scope(2, "input", ScopeKind.HumanTurn, duration: 5_000, arguments: "{}"),
        ]));

        Assert.EndsWith("☻ approval  “refund: 20 EUR” → “approved” by ana · small · by way of slack", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(" 2m 05s", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("☻ input  no answer", lines[2], StringComparison.Ordinal);
        Assert.Contains("☻ 2 human turns, 2m 10s of waiting · ", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_values_the_new_kinds_keep_their_figures_and_say_nothing_of_what_was_said()
    {
        const string Secret = "secret";
        RunTrace run = Run(
            events: [Event(EventKind.UserMessage, "user_message", "\"secret\""), Event(EventKind.Score, "helpful", """{"value":0.8,"comment":"secret"}""")],
            scopes:
            [
                Call(1, "answer", s_answer with { PromptPreview = Secret, ResponsePreview = Secret }),
                Scope(2, "search", ScopeKind.Retrieval, arguments: """{"q":"secret"}""", retrieval: new RetrievalTrace { Query = Secret, Found = 3 }),
                Scope(3, "think", ScopeKind.Reasoning, thought: new ReasoningTrace { Thought = Secret, Conclusion = Secret, Evidence = [Secret] }),
                Scope(4, "ask", ScopeKind.HumanTurn, arguments: """{"prompt":"secret"}""", result: """{"response":"secret","by":"ana","reason":"secret"}"""),
            ]);
        string text = string.Join('\n', Lines(new TraceTreeStyle { ShowValues = false }, run));

        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.Contains("500 out (100 reasoning) · ≈ $0.0075", text, StringComparison.Ordinal);
        Assert.Contains("⌕ search  found 3", text, StringComparison.Ordinal);
        Assert.Contains("∴ think  1 piece of evidence", text, StringComparison.Ordinal);
        Assert.Contains("☻ ask  → answered by ana", text, StringComparison.Ordinal);
        Assert.Contains("★ helpful 0.8", text, StringComparison.Ordinal);
        Assert.Contains("user message", text, StringComparison.Ordinal);
    }
}
