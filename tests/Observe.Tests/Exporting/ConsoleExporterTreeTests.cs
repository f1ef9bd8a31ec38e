using static Observe.Tests.Exporting.ConsoleExporterTraces;

namespace Observe.Tests.Exporting;

public class ConsoleExporterTreeTests
{
    private static readonly TraceError s_declined = new(
        "Stripe.StripeException",
        "Your card was declined.",
        """
           at System.Net.Http.HttpClient.Send(HttpRequestMessage request)
           at Acme.Billing.StripeClient.RefundAsync(String orderId) in /src/Acme/StripeClient.cs:line 42
           at Acme.Agent.RefundCoreAsync() in /src/Acme/Agent.cs:line 7
        """);

    [Fact]
    public void A_run_is_drawn_as_a_tree_with_its_head_above_its_result_and_its_totals_below()
    {
        string[] lines = Lines(Run(
            "weather",
            workflow: "forecast",
            session: "s-1",
            user: "u-7",
            tags: [("region", "eu")],
            metadata: [("model", "\"m-1\"")],
            arguments: """{"city":"Lisbon","days":7}""",
            result: "\"Sunny\"",
            scopes:
            [
                Scope(1, "plan"),
                Tool(2, "geocode", """{"city":"Lisbon"}""", """{"lat":38.7,"lon":-9.1}""", parent: 1),
                Scope(3, "answer"),
            ]));

        Assert.Equal(
        [
            "1.24 s   ● weather  workflow forecast · session s-1 · user u-7 · region=eu",
            "         │ city: \"Lisbon\", days: 7",
            "         │ metadata model: \"m-1\"",
            "  12 ms  ├─ ▸ plan",
            "  12 ms  │  └─ ƒ geocode(city: \"Lisbon\") → {lat: 38.7, lon: -9.1}",
            "  12 ms  ├─ ▸ answer",
            "         └→ \"Sunny\"",
            "         ▸ 2 steps · ƒ 1 tool call · 2026-03-04 05:06:07Z · trace 00000000000000000000000000000001",
        ], lines);
    }

    [Fact]
    public void A_decision_shows_what_was_chosen_how_surely_over_what_and_why()
    {
        string[] lines = Lines(Run(scopes:
        [
            Scope(
                1,
                "route",
                ScopeKind.Decision,
                result: "\"Billing\"",
                options: ["Billing", "Sales", "Other"],
                reasoning: "an invoice",
                confidence: 0.955),
        ]));

        Assert.Equal("  12 ms  └─ ◆ route → Billing 95.5 % over Sales, Other", lines[1]);
        Assert.Equal("              “an invoice”", lines[2]);
    }

    [Fact]
    public void An_error_is_told_in_full_where_it_began_with_the_first_frame_of_user_code()
    {
        TraceError outer = s_declined with { StackTrace = null };
        string[] lines = Lines(Run(outcome: Outcome.Error, error: outer, scopes:
        [
            Scope(1, "refund", outcome: Outcome.Error, error: outer),
            Scope(2, "stripe", ScopeKind.ToolCall, parent: 1, outcome: Outcome.Error, error: s_declined, toolType: "api"),
        ]));

        Assert.Equal(
        [
            "  12 ms  ├─ ▸ refund ✗ StripeException",
            "  12 ms  │  └─ ƒ api stripe ✗ StripeException: Your card was declined.",
            "         │         at StripeClient.RefundAsync in StripeClient.cs:42",
            "         └✗ StripeException: Your card was declined.",
        ], lines[1..5]);
        Assert.Contains("✗ 1 error ", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_with_a_long_message_gets_lines_of_its_own_and_leaves_the_arguments_whole()
    {
        TraceError error = new("System.TimeoutException", string.Join(' ', Enumerable.Repeat("waiting", 20)), null);
        string[] lines = Lines(Run(scopes: [Scope(1, "call", outcome: Outcome.Error, error: error, arguments: """{"id":1}""")]));

        Assert.Equal("  12 ms  └─ ▸ call(id: 1)", lines[1]);
        Assert.StartsWith("              ✗ TimeoutException: waiting waiting", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("                waiting", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_cancelled_or_did_not_finish_is_marked()
    {
        string[] lines = Lines(Run(duration: null, outcome: Outcome.Unfinished, scopes:
        [
            Scope(1, "first", outcome: Outcome.Cancelled),
            Scope(2, "second", duration: null, outcome: Outcome.Unfinished),
        ]));

        Assert.Equal("         ● agent", lines[0]);
        Assert.Equal("  12 ms  ├─ ▸ first ⊘ cancelled", lines[1]);
        Assert.Equal("         ├─ ▸ second ◌ unfinished", lines[2]);
        Assert.Equal("         └◌ unfinished", lines[3]);
    }

    [Fact]
    public void A_stream_shows_its_count_and_whether_it_was_read_to_the_end()
    {
        string[] lines = Lines(Run(scopes:
        [
            Scope(1, "tokens", items: 2, completed: true, result: """["a","b"]"""),
            Scope(2, "rest", items: 1, completed: false, duration: null, outcome: Outcome.Unfinished),
        ]));

        Assert.Equal("  12 ms  ├─ ▸ tokens → 2 items [\"a\", \"b\"]", lines[1]);
        Assert.Equal("         └─ ▸ rest → 1 item, not read to the end", lines[2]);
    }

    [Fact]
    public void Only_siblings_that_overlap_in_time_are_marked_as_concurrent()
    {
        string[] lines = Lines(Run(scopes:
        [
            Scope(1, "alone", start: 0, duration: 10),
            Scope(2, "left", start: 10, duration: 50),
            Scope(3, "right", start: 11, duration: 20),
            Scope(4, "late", start: 59, duration: 20),
            Scope(5, "after", start: 79, duration: 20),
        ]));

        Assert.Equal(["├─ ▸ alone", "├∥ ▸ left", "├∥ ▸ right", "├∥ ▸ late", "└─ ▸ after"], lines[1..6].Select(line => line[9..]));
    }

    [Fact]
    public void Child_runs_stand_where_they_were_called_with_what_they_do_not_share_with_their_caller()
    {
        RunTrace root = Run(session: "s-1", scopes: [Scope(1, "before"), Scope(2, "delegate"), Scope(3, "inner", parent: 2, start: 300)]);
        RunTrace child = Run(
            "child", span: 50, caller: 102, start: 210, duration: 50, session: "s-1", tags: [("queue", "q")], scopes: [Scope(1, "work")]);
        RunTrace beside = Run("beside", span: 51, caller: 1, start: 150, duration: 10);

        Assert.Equal(
        [
            "1.24 s   ● agent  session s-1",
            "  12 ms  ├─ ▸ before",
            "  10 ms  ├─ ● beside",
            "  12 ms  └─ ▸ delegate",
            "  50 ms     ├─ ● child",
            "            │  │ queue=q",
            "  12 ms     │  └─ ▸ work",
            "  12 ms     └─ ▸ inner",
        ], Lines(root, child, beside)[..8]);
    }

    [Fact]
    public void A_large_run_shows_its_head_its_tail_and_its_errors_and_counts_the_others()
    {
        ScopeTrace[] scopes = Enumerable.Range(1, 2000)
            .Select(i => Scope(i, $"s{i}", outcome: i == 500 ? Outcome.Error : Outcome.Ok, error: i == 500 ? s_declined : null))
            .ToArray();
        string[] lines = Lines(new TraceTreeStyle { MaxScopes = 8 }, Run(scopes: scopes));

        Assert.Equal(
            ["s1", "s2", "s3", "s4", "s5", "s6", "… 493 more", "s500", "… 1,498 more", "s1999", "s2000"],
            lines.Where(line => line.Contains("─ ", StringComparison.Ordinal))
                .Select(line => line.Split("─ ")[1].Split(" ✗")[0].TrimStart('▸', ' ')));
        Assert.Contains("▸ 2,000 steps", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_very_deep_run_is_folded_before_indentation_takes_all_room()
    {
        ScopeTrace[] scopes = Enumerable.Range(1, 50_000).Select(i => Scope(i, "again", parent: i - 1)).ToArray();
        string[] lines = Lines(Run(scopes: scopes));

        Assert.InRange(lines.Length, 10, 40);
        Assert.Contains(lines, line => line.EndsWith("└─ … 49,980 more", StringComparison.Ordinal));
    }

    [Fact]
    public void A_scope_whose_parent_was_dropped_hangs_below_the_run()
    {
        string[] lines = Lines(Run(dropped: 3, warnings: ["result set twice"], scopes: [Scope(9, "lost", parent: 7)]));

        Assert.Equal("  12 ms  └─ ▸ lost", lines[1]);
        Assert.Equal("         ! 3 records dropped for want of room in the buffer: this tree is incomplete", lines[3]);
        Assert.Equal("         ! result set twice", lines[4]);
    }

    [Fact]
    public void Without_values_only_names_choices_tags_and_errors_are_shown()
    {
        const string Secret = "\"secret\"";
        RunTrace run = Run(arguments: """{"secret":1}""", result: Secret, metadata: [("k", Secret)], tags: [("t", "shown")], scopes:
        [
            Tool(1, "tool", """{"secret":1}""", "\"secret\""),
            Scope(2, "pick", ScopeKind.Decision, result: "\"A\"", reasoning: "secret"),
        ]);
        string text = string.Join('\n', Lines(new TraceTreeStyle { ShowValues = false }, run));

        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Contains("t=shown", text, StringComparison.Ordinal);
        Assert.Contains("pick → A", text, StringComparison.Ordinal);
    }
}
