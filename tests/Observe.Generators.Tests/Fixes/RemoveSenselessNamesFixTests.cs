using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class RemoveSenselessNamesFixTests
{
    [Theory]
    [InlineData("Decision(Options = [\"a\", \"b\", \"a\"])", "Decision(Options = [\"a\", \"b\"])")]
    [InlineData("{|OBS1018:Decision(Options = [\"\", \"a\", \" \"])|}", "Decision(Options = [\"a\"])")]
    [InlineData("Decision(Options = new[] { \"a\", \"a\" })", "Decision(Options = new[] { \"a\" })")]
    [InlineData("Decision(Options = new string[] { \"b\", \"a\", \"b\", \"c\" })", "Decision(Options = new string[] { \"b\", \"a\", \"c\" })")]
    [InlineData("RequireUserGroup(\"x\", \"y\", \"x\")", "RequireUserGroup(\"x\", \"y\")")]
    [InlineData("AllowTools([\"x\", \"x\"])", "AllowTools([\"x\"])")]
    public Task Blank_and_repeated_names_go(string before, string after) =>
        Fix.VerifyAsync<RemoveSenselessNamesFix>(With($"{{|OBS1018:{before}|}}"), With(after));

    [Fact]
    public Task Names_in_lines_of_their_own_keep_them() => Fix.VerifyAsync<RemoveSenselessNamesFix>(
        With("{|OBS1018:Decision(Options = [\n        \"a\", // one\n        \"a\",\n        \"c\",\n    ])|}"),
        With("Decision(Options = [\n        \"a\",\n        \"c\",\n    ])"));

    [Theory]
    [InlineData("{|OBS1018:Retry(0)|}, Decision(Options = [])")]
    [InlineData("{|OBS1018:AllowTools(\"\")|}, Decision(Options = [])")]
    public Task What_only_the_user_knows_is_left_to_the_user(string attributes) => Fix.VerifyNoneAsync<RemoveSenselessNamesFix>(With(attributes));

    private static string With(string attributes) => $$"""
        public partial class Agent
        {
            [{{attributes}}{{(attributes.Contains("Decision", StringComparison.Ordinal) ? "" : ", Decision(Options = [])")}}]
            public partial string Pick(string text);

            private string PickCore(string text) => text;
        }
        """;
}
