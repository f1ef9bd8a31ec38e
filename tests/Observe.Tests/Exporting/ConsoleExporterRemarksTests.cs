using System.Text;
using static Observe.Tests.Exporting.ConsoleExporterTraces;

namespace Observe.Tests.Exporting;

public sealed class ConsoleExporterRemarksTests
{
    private static readonly TraceError s_violation = new(
        "Observe.PolicyViolationException", "\"refund\" was blocked by policy \"budget\": over 5 USD", null);

    [Fact]
    public void A_blocked_scope_is_marked_and_its_policy_says_why_below_it()
    {
        ScopeTrace refund = Scope(
            1,
            "refund",
            ScopeKind.ToolCall,
            outcome: Outcome.Blocked,
            error: s_violation,
            arguments: """{"order":7}""",
            checks: [Check("scope", PolicyAction.Allow), Check("budget", PolicyAction.Block, "over 5 USD")]);
        string[] lines = Lines(Run(outcome: Outcome.Error, error: s_violation, checks: [Check("gate", PolicyAction.Allow)], scopes: [refund]));

        Assert.Equal(
        [
            "  12 ms  ├─ ƒ refund(order: 7) ⛔ blocked",
            "         │  └─ ⛔ budget blocked: over 5 USD",
            "         └✗ PolicyViolationException: \"refund\" was blocked by policy \"budget\": over 5 USD",
        ], lines[1..4]);
        Assert.StartsWith("         ƒ 1 tool call · ⛔ 1 blocked · 3 policy checks · ", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_very_many_tags_and_warnings_the_first_are_shown_and_the_rest_counted()
    {
        string[] lines = Lines(Run(
            tags: [.. Enumerable.Range(0, 1_040).Select(i => ($"t{i}", "v"))],
            warnings: [.. Enumerable.Range(0, 2_000).Select(i => $"warning {i}")]));
        Assert.InRange(lines.Length, 20, 30);
        Assert.Contains(lines, line => line.EndsWith("t30=v · 1,009 more tags", StringComparison.Ordinal));
        Assert.Equal(["! warning 18", "! 1,981 more warnings"], lines[^2..].Select(line => line.Trim()));
    }

    [Fact]
    public void A_blocked_run_is_marked_even_when_its_policy_check_was_lost()
    {
        string[] told = Lines(Run(outcome: Outcome.Blocked, error: s_violation, checks: [Check("gate", PolicyAction.Block, "closed today")]));
        Assert.Equal(["         ├─ ⛔ gate blocked: closed today", "         └⛔ blocked"], told[1..3]);

        string[] lost = Lines(Run(outcome: Outcome.Blocked, error: s_violation, scopes: [Scope(1, "tool", outcome: Outcome.Blocked, error: s_violation)]));
        Assert.Equal("  12 ms  ├─ ▸ tool ⛔ blocked", lost[1]);
        Assert.Equal("         │    \"refund\" was blocked by policy \"budget\": over 5 USD", lost[2]);
        Assert.Equal("         └⛔ blocked", lost[3]);
        Assert.Equal("           \"refund\" was blocked by policy \"budget\": over 5 USD", lost[4]);
    }

    [Theory]
    [InlineData(PolicyAction.Warn, "⚠ rule warned: why")]
    [InlineData(PolicyAction.Redact, "▒ rule redacted: why")]
    [InlineData(PolicyAction.Retry, "↻ rule asked to retry: why")]
    [InlineData(PolicyAction.Skip, "⤼ rule skipped: why")]
    [InlineData(PolicyAction.Throttle, "⏳ rule throttled: why, try again in 2 s")]
    [InlineData(PolicyAction.Block, "⛔ rule blocked: why")]
    public void Every_answer_but_allow_has_its_sign_and_its_line(PolicyAction action, string expected)
    {
        PolicyCheckTrace check = Check("rule", action, "why", retryAfter: action == PolicyAction.Throttle ? TimeSpan.FromSeconds(2) : null);

        Assert.Equal("         └─ " + expected, Lines(Run(checks: [check]))[1]);
    }

    [Fact]
    public void What_stopped_a_scope_tells_its_mark()
    {
        string[] lines = Lines(Run(scopes:
        [
            Scope(1, "a", outcome: Outcome.Blocked, checks: [Check("rate", PolicyAction.Throttle)]),
            Scope(2, "b", outcome: Outcome.Blocked, checks: [Check("need", PolicyAction.Skip)]),
        ]));

        Assert.Equal("  12 ms  ├─ ▸ a ⏳ throttled", lines[1]);
        Assert.Equal("  12 ms  └─ ▸ b ⤼ skipped", lines[3]);
    }

    [Fact]
    public void Failed_attempts_stand_between_what_they_called()
    {
        string[] lines = Lines(Run(scopes:
        [
            Scope(
                1,
                "fetch_price",
                ScopeKind.Retry,
                start: 0,
                duration: 100,
                arguments: """{"symbol":"X"}""",
                result: "12.5",
                events:
                [
                    Event(EventKind.Retry, "fetch_price", Attempt(1, "failed", "retry", "System.TimeoutException: no answer"), at: 30),
                    Event(EventKind.Retry, "fetch_price", Attempt(2, "too short", "retry"), at: 60),
                    Event(EventKind.Retry, "fetch_price", Attempt(3, "failed for the last time", "fallback", "System.Exception: x", "cached_price"), at: 90),
                ]),
            Scope(2, "first", parent: 1, start: 10),
            Scope(3, "second", parent: 1, start: 40),
        ]));

        Assert.Equal(
        [
            " 100 ms  └─ ↻ fetch_price(symbol: \"X\") → 12.5",
            "  12 ms     ├─ ▸ first",
            "            ├─ ↻ attempt 1 of 3 failed: TimeoutException: no answer, then retry",
            "  12 ms     ├─ ▸ second",
            "            ├─ ↻ attempt 2 of 3: too short, then retry",
            "            └─ ↻ attempt 3 of 3 failed for the last time: Exception: x, then cached_price instead",
        ], lines[1..7]);
        Assert.Contains("▸ 2 steps · ↻ 1 retry · ", lines[7], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"attempt":0,"reason":"the circuit is open","strategy":"circuit_break","max_attempts":3}""", "↻ the circuit is open")]
    [InlineData("""{"attempt":3,"reason":"failed for the last time","strategy":"circuit_break","max_attempts":3}""", "↻ attempt 3 of 3 failed for the last time, then the circuit opened")]
    [InlineData("""{"attempt":1,"reason":"failed with what is not retried","strategy":"retry","original_error":"A.B: c","max_attempts":3}""", "↻ attempt 1 of 3 failed with what is not retried: B: c")]
    [InlineData("""{"attempt":3,"reason":"failed for the last time","strategy":"retry","max_attempts":3}""", "↻ attempt 3 of 3 failed for the last time")]
    [InlineData("""{"attempt":1,"reason":"rate limit","strategy":"retry","original_error":"HTTP 429: slow down"}""", "↻ attempt 1: rate limit: HTTP 429: slow down, then retry")]
    [InlineData("""{"attempt":1}""", "↻ attempt 1 failed")]
    [InlineData("not json", "↻ failed")]
    public void A_failed_attempt_says_what_followed(string value, string expected) =>
        Assert.Equal("         └─ " + expected, Lines(Run(events: [Event(EventKind.Retry, "x", value)]))[1]);

    [Theory]
    [InlineData(EventKind.Score, "helpful", """{"value":0.8,"comment":"to the point"}""", "★ helpful 0.8 “to the point”")]
    [InlineData(EventKind.Score, "correct", """{"value":true}""", "★ correct yes")]
    [InlineData(EventKind.Score, "tone", """{"value":"friendly"}""", "★ tone friendly")]
    [InlineData(EventKind.UserMessage, "user_message", "\"Where is\\nmy refund?\"", "user “Where is my refund?”")]
    [InlineData(EventKind.AgentResponse, "agent_response", "\"On its way.\"", "agent “On its way.”")]
    [InlineData(EventKind.RetrievalResult, "docs", """{"relevance_score":0.9,"source":"docs","collection":"eu"}""", "◦ found 0.9 in eu/docs")]
    [InlineData(EventKind.NetworkRequest, "GET", """{"url":"https://a.example/x","method":"GET","status":200}""", "◦ GET https://a.example/x → 200")]
    [InlineData(EventKind.DataAccess, "read", """{"source":"crm","operation":"read","records":12}""", "◦ read crm, records: 12")]
    [InlineData(EventKind.Delegation, "planner", """{"agent":"planner","task":"plan it"}""", "◦ delegated to planner: plan it")]
    [InlineData(EventKind.Change, "records_modified", """{"kind":"records_modified","amount":3}""", "◦ records modified: 3")]
    [InlineData(EventKind.Change, "records_modified", null, "◦ records modified: ?")]
    public void Events_take_one_short_line(EventKind kind, string name, string? value, string expected) =>
        Assert.Equal("         └─ " + expected, Lines(Run(events: [Event(kind, name, value)]))[1]);

    [Fact]
    public void Remarks_are_counted_away_like_scopes_but_never_what_was_blocked()
    {
        EventTrace[] many = [.. Enumerable.Range(0, 1000).Select(i => Event(EventKind.Score, $"s{i}", """{"value":1}""", i))];
        string[] lines = Lines(new TraceTreeStyle { MaxScopes = 4 }, Run(events: many, checks: [Check("late", PolicyAction.Block, "why", at: 500)]));

        Assert.Equal(
            ["★ s0 1", "★ s1 1", "★ s2 1", "… 497 more", "⛔ late blocked: why", "… 499 more", "★ s999 1"],
            lines[1..8].Select(line => line[12..]));
    }

    [Fact]
    public void Addenda_take_one_line_and_are_told_apart_from_their_run_in_the_same_batch()
    {
        using StringWriter writer = new();
        ConsoleExporter exporter = new(new ConsoleExporterOptions { Writer = writer, Width = 100 });
        exporter.Accept(Run());
        int before = writer.ToString().Length;
        exporter.Accept(Addendum(Event(EventKind.Score, "helpful", """{"value":0.8,"comment":"quick"}""")));
        exporter.Accept(Addendum(Event(EventKind.Score, "helpful", """{"value":0.8,"comment":"quick"}""")));

        string line = "★ added to trace 00000000000000000000000000000001: helpful 0.8 “quick”" + writer.NewLine;
        Assert.Equal(line + line, writer.ToString()[before..]);
    }

    [Fact]
    public void An_addendum_in_a_narrow_terminal_takes_a_second_line() => Assert.Equal(
        "★ added to trace 00000000000000000000000000000001:\n  helpful 0.8\n",
        AddendumLines.Render(Addendum(Event(EventKind.Score, "helpful", """{"value":0.8}""")), new TraceTreeStyle { Width = 60 }));

    [Fact]
    public void An_addendum_that_was_lost_says_so() => Assert.Equal(
        "! what was to be added to trace 00000000000000000000000000000001 found no room in the buffer\n",
        AddendumLines.Render(Addendum(), new TraceTreeStyle()));

    [Fact]
    public async Task A_batch_that_is_offered_again_does_not_print_its_addenda_twice()
    {
        using FailingWriter writer = new() { FailingWrite = 3 };
        await using (TestObserver test = new(options => options.Exporters.Add(new ConsoleExporter(new ConsoleExporterOptions { Writer = writer }))))
        {
            string id = "0123456789abcdef0123456789abcdef-0123456789abcdef";
            for (int i = 0; i < 5; i++)
            {
                test.Observer.RecordScore(id, $"score{i}", 1.0);
            }
        }

        string text = string.Concat(writer.Written);
        Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(2, text.Split($"score{i}").Length));
    }

    [Fact]
    public void A_long_error_without_arguments_is_wrapped_too()
    {
        TraceError error = new("System.TimeoutException", string.Join(' ', Enumerable.Repeat("waiting", 40)), null);
        RunTrace run = Run(scopes: [Scope(1, "call", outcome: Outcome.Error, error: error)]);

        Assert.All(Lines(new TraceTreeStyle { Width = 80 }, run), line => Assert.InRange(DisplayWidth.Of(line), 0, 80));
    }

    [Theory]
    [InlineData(48)]
    [InlineData(60)]
    [InlineData(100)]
    public void The_new_lines_keep_within_the_width_whatever_they_say(int width)
    {
        string words = string.Join(' ', Enumerable.Repeat("words", 60));
        string name = new('n', 200);
        EventTrace[] events = [.. Enum.GetValues<EventKind>().Select(kind => Event(
            kind,
            name,
            $$"""{"value":"{{words}}","comment":"{{words}}","reason":"{{words}}","strategy":"{{words}}","url":"{{words}}","task":"{{words}}"}"""))];
        PolicyCheckTrace[] checks = [.. Enum.GetValues<PolicyAction>()
            .Select(action => Check(name, action, words, retryAfter: TimeSpan.FromHours(3)) with { UnknownAction = words })];
        LlmTrace call = new()
        {
            Model = name,
            Usage = new TokenUsage(long.MaxValue - 1, long.MaxValue - 1, 9_000_000_000_000, 8_000_000_000_000, null, 7_000_000_000_000),
            CostUsd = decimal.MaxValue,
            CostIsEstimate = true,
            ResponsePreview = words,
            FinishReason = words,
        };
        TraceError error = new("System.TimeoutException", words, null);
        string person = $$"""{"prompt":"{{words}}","channel":"{{words}}","response":"{{words}}","by":"{{words}}","reason":"{{words}}"}""";
        ScopeTrace[] scopes = [.. Enumerable.Range(0, width / 16).SelectMany(i => new[]
        {
            Scope((10 * i) + 1, name, ScopeKind.LlmCall, 10 * (i - 1) < 0 ? 0 : (10 * (i - 1)) + 1, llm: call, outcome: Outcome.Error, error: error, checks: checks, events: events),
            Scope((10 * i) + 2, name, ScopeKind.Retrieval, (10 * i) + 1, retrieval: new RetrievalTrace { Query = words, Source = words, Found = 7, TopK = 9, Scores = [1e100, 2, 3] }),
            Scope((10 * i) + 3, name, ScopeKind.Reasoning, (10 * i) + 1, thought: new ReasoningTrace { Thought = words, Conclusion = words, Evidence = [words] }),
            Scope((10 * i) + 4, name, ScopeKind.HumanTurn, (10 * i) + 1, arguments: person, result: person),
            Scope((10 * i) + 5, name, ScopeKind.ToolCall, (10 * i) + 1, outcome: Outcome.Blocked, error: error),
        })];
        RunTrace run = Run(scopes: scopes, checks: checks, events: events, outcome: Outcome.Blocked, error: error);

        Assert.All(Lines(new TraceTreeStyle { Width = width }, run), line => Assert.InRange(DisplayWidth.Of(line), 0, width));
        string ascii = TraceTree.Render(run, [], new TraceTreeStyle { Width = width, Glyphs = Glyphs.Ascii });
        Assert.True(Ascii.IsValid(ascii));
    }

    private static string Attempt(int number, string reason, string strategy, string? error = null, string? fallback = null) =>
        $$"""{"attempt":{{number}},"reason":"{{reason}}","strategy":"{{strategy}}","""
        + (error is null ? "" : $"\"original_error\":\"{error}\",")
        + (fallback is null ? "" : $"\"fallback_to\":\"{fallback}\",")
        + "\"max_attempts\":3}";

    private sealed class FailingWriter : StringWriter
    {
        public List<string> Written { get; } = [];

        public int FailingWrite { get; set; }

        public override void Write(string? value)
        {
            if (--FailingWrite == 0)
            {
                throw new IOException("disk full");
            }

            Written.Add(value!);
        }
    }
}
