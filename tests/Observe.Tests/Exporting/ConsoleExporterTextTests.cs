using System.Text;
using static Observe.Tests.Exporting.ConsoleExporterTraces;

namespace Observe.Tests.Exporting;

public class ConsoleExporterTextTests
{
    [Fact]
    public void Captured_text_cannot_reach_the_terminal_with_control_characters()
    {
        const string Evil = "a\u001b[31m\n\r\t\u0007\u009b\u202e\u2028b";
        const string Json = """{"\u001b]0;":"\u001b[2J\n\u009b"}""";
        TraceError error = new(Evil, Evil, $"   at {Evil}.Method() in {Evil}.cs:line 1");
        RunTrace run = Run(
            Evil, workflow: Evil, session: Evil, user: Evil, tags: [(Evil, Evil)], metadata: [(Evil, Json)], warnings: [Evil],
            arguments: Json, result: Json, outcome: Outcome.Error, error: error, scopes:
            [
                Scope(1, Evil, ScopeKind.Decision, result: Json, options: [Evil], reasoning: Evil, arguments: "\u001b not json \n"),
                Scope(2, Evil, ScopeKind.ToolCall, toolType: Evil, outcome: Outcome.Error, error: error),
            ]);
        string text = TraceTree.Render(run, [], new TraceTreeStyle { NewLine = "<end>" });

        Assert.DoesNotContain(text, character => char.IsControl(character) || character is '\u202e' or '\u2028');
        Assert.Contains(@"a\e[31m\n\r\t\u0007\u009b\u202e\u2028b", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(48)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void Lines_keep_within_the_width_whatever_the_values_are(int width)
    {
        string latin = new('x', 500);
        string han = new('語', 400);
        string json = $$$"""{"text":"{{{latin}}}","日本語":["{{{han}}}",{"a":{"b":[1,2,3]}}],"n":12}""";
        RunTrace run = Run(
            arguments: json, result: json, metadata: [("m", json)], tags: [("tag", new string('t', 300))], scopes:
            [
                Tool(1, "search", json, json),
                Tool(2, "inner", json, json, parent: 1),
                Scope(3, "decide", ScopeKind.Decision, arguments: json, result: "\"A\"", options: ["A", latin], reasoning: han),
            ]);

        Assert.All(Lines(new TraceTreeStyle { Width = width }, run), line => Assert.InRange(DisplayWidth.Of(line), 0, width));
    }

    [Theory]
    [InlineData("""{"city":"Lisbon","days":7}""", 40, """city: "Lisbon", days: 7""")]
    [InlineData("""{"text":"a long text that goes on and on","days":7}""", 32, """text: "a long text th…", days: 7""")]
    [InlineData("""{"doc":{"id":1,"title":"A title"},"topK":5}""", 32, "doc: {id: 1, … 1 more}, topK: 5")]
    [InlineData("""{"doc":{"id":1,"title":"A title"},"topK":5}""", 20, "doc: {…}, topK: 5")]
    [InlineData("{}", 20, "")]
    [InlineData(
        """{"card":"##SENSITIVE##","of":{"$type":"Acme.Card"},"more":[1,{"$omitted":9}]}""",
        80,
        "card: •••, of: <Acme.Card>, more: [1, … 9 more]")]
    [InlineData("not json", 6, "not j…")]
    [InlineData("""{"a":"a long text","b":1""", 16, """{"a":"a long te…""")]
    [InlineData("""{"aNameLongerThanItsShare_____":"no","b":"a text that takes most of the room"}""", 50, "aNameLongerThanItsShare_____: \"…\", b: \"a text that takes…\"")]
    public void Arguments_are_shortened_where_it_costs_least(string json, int columns, string expected) =>
        Assert.Equal(expected, new ValueText(Glyphs.Unicode).Members(json, columns));

    [Theory]
    [InlineData("[1,2,3,4,5,6,7,8,9,10]", 20, "[1, 2, 3, … 7 more]")]
    [InlineData("""[{"id":"a long id of a document"},{"id":"b"}]""", 9, "[2 items]")]
    [InlineData("\"say \\\"hi\\\"\"", 40, "\"say \\\"hi\\\"\"")]
    [InlineData("\"\\ud800\"", 40, "\"\\ud800\"")]
    [InlineData("null", 40, "null")]
    public void Results_are_shortened_where_it_costs_least(string json, int columns, string expected) =>
        Assert.Equal(expected, new ValueText(Glyphs.Unicode).Value(json, columns));

    [Theory]
    [InlineData(0.0, "   0 µs")]
    [InlineData(0.0004, " 0.4 µs")]
    [InlineData(0.9996, "   1 ms")]
    [InlineData(9.996, "  10 ms")]
    [InlineData(312.4, " 312 ms")]
    [InlineData(999.6, "   1 s ")]
    [InlineData(1240, "1.24 s ")]
    [InlineData(59_960, " 1m 00s")]
    [InlineData(125_000, " 2m 05s")]
    [InlineData(3_720_000, " 1h 02m")]
    [InlineData(273_600_000, " 3d 04h")]
    public void Durations_have_three_digits_and_are_aligned_at_their_unit(double milliseconds, string expected) =>
        Assert.Equal(expected, DurationText.Of(TimeSpan.FromMilliseconds(milliseconds), Glyphs.Unicode));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("😀", 2)]
    [InlineData("👩‍👩‍👧", 2)]
    [InlineData("e\u0301", 1)]
    public void Wide_characters_count_two_columns_and_marks_none(string text, int columns) =>
        Assert.Equal(columns, DisplayWidth.Of(text));

    [Fact]
    public void Cutting_never_splits_a_character()
    {
        Assert.Equal("日…", PrintableText.Fit("日本語", 4, "…"));
        Assert.Equal("😀…", PrintableText.Fit("😀😀", 3, "…"));
        Assert.Equal("", PrintableText.Fit("text", 0, "…"));
        Assert.True(PrintableText.Fit("a" + new string('\u0301', 10_000), 10, "…").Length < 100);
    }

    [Fact]
    public void An_output_that_cannot_show_the_signs_gets_ASCII()
    {
        Assert.Same(Glyphs.Unicode, Glyphs.For(Encoding.UTF8));
        Assert.Same(Glyphs.Ascii, Glyphs.For(Encoding.ASCII));
        Assert.Same(Glyphs.Ascii, Glyphs.For(Encoding.Latin1));
        Encoding strict = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        Assert.Same(Glyphs.Ascii, Glyphs.For(strict));

        RunTrace run = Run(duration: 0.5, scopes: [Scope(1, "s", outcome: Outcome.Cancelled), Scope(2, "t", start: 101)]);
        string text = TraceTree.Render(run, [], new TraceTreeStyle { Glyphs = Glyphs.Ascii });
        Assert.True(Ascii.IsValid(text));
        Assert.Contains("|= > s / cancelled", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_are_only_where_they_are_wanted()
    {
        RunTrace run = Run(scopes: [Scope(1, "s")]);

        Assert.DoesNotContain('\e', TraceTree.Render(run, [], new TraceTreeStyle()));
        Assert.Contains("\e[1;36magent\e[0m", TraceTree.Render(run, [], new TraceTreeStyle { Colors = true }), StringComparison.Ordinal);
        Assert.True(Terminal.WantsColors(null, "xterm"));
        Assert.True(Terminal.WantsColors("", null));
        Assert.False(Terminal.WantsColors("1", "xterm"));
        Assert.False(Terminal.WantsColors(null, "dumb"));
    }

    [Theory]
    [InlineData("   at Acme.Agent.Run() + 0x4c", "Agent.Run")]
    [InlineData("   at System.A.B()\n   at Acme.Agent.Run(Int32 a, String b) in C:\\src\\Agent.cs:line 7", "Agent.Run in Agent.cs:7")]
    [InlineData("   at System.A.B()\n--- End of stack trace from previous location ---", null)]
    [InlineData(null, null)]
    public void The_frame_shown_is_the_first_in_user_code(string? stack, string? expected) =>
        Assert.Equal(expected, UserFrame.Find(stack));
}
