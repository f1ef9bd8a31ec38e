using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class AgreeOnOptionsFixTests
{
    [Theory]
    [InlineData("[\"billing\"]", "[\"billing\", \"sales\"]")]
    [InlineData("new[] { \"billing\" }", "new[] { \"billing\", \"sales\" }")]
    [InlineData("[\n        \"billing\",\n    ]", "[\n        \"billing\",\n        \"sales\",\n    ]")]
    public Task What_is_returned_is_added(string before, string after) => Fix.VerifyAsync<AgreeOnOptionsFix>(
        In(before, "text.Length > 3 ? \"billing\" : {|OBS2025:\"sales\"|}"), In(after, "text.Length > 3 ? \"billing\" : \"sales\""), "Add");

    [Theory]
    [InlineData("[\"billing\", {|OBS2025:\"legal\"|}]", "[\"billing\"]")]
    [InlineData("[{|OBS2025:\"legal\"|}, \"billing\"]", "[\"billing\"]")]
    public Task What_is_never_returned_is_removed(string before, string after) =>
        Fix.VerifyAsync<AgreeOnOptionsFix>(In(before, "\"billing\""), In(after, "\"billing\""), "Remove");

    [Fact]
    public Task All_that_is_returned_is_added_at_once() => Fix.VerifyAllAsync<AgreeOnOptionsFix>(
        [In("[\"billing\"]", "text switch { \"a\" => \"billing\", \"b\" => {|OBS2025:\"sales\"|}, _ => {|OBS2025:Legal|} }")],
        [In("[\"billing\", \"sales\", \"legal\"]", "text switch { \"a\" => \"billing\", \"b\" => \"sales\", _ => Legal }")],
        "Add");

    private static string In(string options, string value) => $$"""
        public partial class Agent
        {
            public const string Legal = "legal";

            [Decision(Options = {{options}})]
            public partial string Route(string text);

            private string RouteCore(string text) => {{value}};
        }
        """;
}
