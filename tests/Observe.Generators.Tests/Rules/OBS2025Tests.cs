using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2025Tests
{
    private const string Unknown = "The option \"sales\" is returned by 'RouteCore', but not declared; add it to Options";
    private const string Unused = "The option \"legal\" is declared, but 'RouteCore' never returns it; remove or return it";

    [Theory]
    [InlineData("string RouteCore(string text) => text.Length > 3 ? \"billing\" : {|OBS2025:\"sales\"|};")]
    [InlineData("string RouteCore(string text) { if (text.Length > 3) { return \"billing\"; } return {|OBS2025:Sales|}; }")]
    [InlineData("string RouteCore(string text) => text switch { \"a\" => \"billing\", \"b\" => {|OBS2025:\"sales\"|}, _ => throw new ArgumentException(text) };")]
    [InlineData("Decision<string> RouteCore(string text) => text.Length > 3 ? new(\"billing\", \"long\") : new Decision<string>({|OBS2025:\"sales\"|}, confidence: 0.5);")]
    [InlineData("Decision<string> RouteCore(string text) { if (text.Length > 3) return new(reasoning: \"long\", chosen: ({|OBS2025:\"sales\"|})); return new(\"billing\"); }")]
    public async Task A_returned_text_that_is_no_option_is_a_warning(string body) =>
        Assert.Equal([Unknown], await Use.VerifyAsync(In("[\"billing\"]", body)));

    [Theory]
    [InlineData("Task<string> RouteCoreAsync(string text) => Task.FromResult(text.Length > 3 ? \"billing\" : {|OBS2025:\"sales\"|});")]
    [InlineData("async Task<string> RouteCoreAsync(string text) { await Task.Yield(); return text.Length > 3 ? \"billing\" : {|OBS2025:\"sales\"|}; }")]
    [InlineData("Task<Decision<string>> RouteCoreAsync(string text) => Task.FromResult(new Decision<string>(text.Length > 3 ? \"billing\" : {|OBS2025:\"sales\"|}));")]
    public async Task Asynchronous_bodies_are_looked_at_too(string body)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In("[\"billing\"]", body, "Task<string> RouteAsync(string text)"));

        Assert.Equal([Unknown.Replace("RouteCore", "RouteCoreAsync", StringComparison.Ordinal)], messages);
    }

    [Theory]
    [InlineData("[\"billing\", {|OBS2025:\"legal\"|}]")]
    [InlineData("new[] { \"billing\", {|OBS2025:\"legal\"|} }")]
    [InlineData("new string[] { \"billing\", {|OBS2025:Legal|} }")]
    public async Task An_option_that_is_never_returned_is_a_warning(string options) =>
        Assert.Equal([Unused], await Use.VerifyAsync(In(options, "string RouteCore(string text) => \"billing\";")));

    [Theory]
    [InlineData("string RouteCore(string text) => text.Length > 3 ? \"billing\" : \"legal\";")]
    [InlineData("string RouteCore(string text) => text.Length > 3 ? \"billing\" : text;")]
    [InlineData("string RouteCore(string text) { string route = text.Length > 3 ? \"billing\" : \"sales\"; return route; }")]
    [InlineData("string RouteCore(string text) { Func<string> other = () => { return \"sales\"; }; return text.Length > 3 ? \"billing\" : Legal + other()[5..]; }")]
    [InlineData("string RouteCore(string text) { string Other() { return \"sales\"; } if (Other() == text) return \"billing\"; return \"legal\"; }")]
    [InlineData("string RouteCore(string text) => throw new NotSupportedException(text);")]
    [InlineData("Decision<string> RouteCore(string text) => text.Length > 3 ? new(\"billing\") : Default;")]
    public Task Options_that_agree_or_cannot_be_compared_are_fine(string body) => Use.VerifyAsync(In("[\"billing\", \"legal\"]", body));

    [Fact]
    public Task What_a_fallback_returns_is_not_known() => Use.VerifyAsync("""
        public partial class Agent
        {
            [Decision(Options = ["billing", "unknown"]), Retry(FallbackTo = nameof(RouteBlindly))]
            public partial string Route(string text);

            private static string RouteCore(string text) => "billing";

            private static string RouteBlindly(string text) => "unknown";
        }
        """);

    [Fact]
    public Task Options_of_the_type_are_not_written_down() => Use.VerifyAsync("""
        public partial class Agent
        {
            [Decision]
            public partial DayOfWeek Pick();

            private static DayOfWeek PickCore() => DayOfWeek.Friday;

            [Decision(Options = [])]
            public partial bool IsOpen();

            private static bool IsOpenCore() => true;

            [ToolCall]
            public partial string Name();

            private static string NameCore() => "billing";
        }
        """);

    [Fact]
    public Task Overloads_have_options_of_their_own() => Use.VerifyAsync("""
        public partial class Agent
        {
            [Decision(Options = ["a", "b"])]
            public partial string Pick(int number);

            private static string PickCore(int number) => number > 3 ? "a" : "b";

            [Decision(Options = ["c"])]
            public partial string Pick(string text);

            private static string PickCore(string text) => "c";
        }
        """);

    private static string In(string options, string body, string declaration = "string Route(string text)") => $$"""
        public partial class Agent
        {
            private const string Sales = "sales";
            private const string Legal = "legal";

            private static Decision<string> Default => new(Sales + Legal);

            [Decision(Options = {{options}})]
            public partial {{declaration}};

            private static {{body}}
        }
        """;
}
