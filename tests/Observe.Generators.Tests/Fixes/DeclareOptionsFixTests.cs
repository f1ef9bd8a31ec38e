using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class DeclareOptionsFixTests
{
    private const string Constant = "text.Length > 3 ? \"billing\" : text.Length > 2 ? \"sales\" : \"billing\"";

    [Theory]
    [InlineData("Decision", "Decision(Options = [\"billing\", \"sales\"])")]
    [InlineData("Decision()", "Decision(Options = [\"billing\", \"sales\"])")]
    [InlineData("Decision(\"route\", Leaf = true)", "Decision(\"route\", Leaf = true, Options = [\"billing\", \"sales\"])")]
    public Task What_the_body_returns_is_named(string before, string after) =>
        Fix.VerifyAsync<DeclareOptionsFix>(With($"{{|OBS1023:{before}|}}", Constant), With(after, Constant));

    [Fact]
    public Task Anything_may_be_chosen() =>
        Fix.VerifyAsync<DeclareOptionsFix>(With("{|OBS1023:Decision|}", "text"), With("Decision(Options = [])", "text"), "Open");

    [Fact]
    public Task What_is_not_known_is_not_named() => Fix.VerifyNoneAsync<DeclareOptionsFix>(With("{|OBS1023:Decision|}", "text"), way: "");

    private static string With(string attribute, string value) => $$"""
        public partial class Agent
        {
            [{{attribute}}]
            public partial string Route(string text);

            private Decision<string> RouteCore(string text) => new({{value}});
        }
        """;
}
