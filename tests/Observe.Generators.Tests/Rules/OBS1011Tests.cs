using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1011Tests
{
    [Theory]
    [InlineData("void", "Decide", "{ }")]
    [InlineData("Task", "DecideAsync", "=> Task.CompletedTask;")]
    [InlineData("ValueTask", "DecideAsync", "=> default;")]
    [InlineData("IEnumerable<int>", "Decide", "=> [];")]
    [InlineData("ReadOnlySpan<char>", "Decide", "=> default;")]
    public void A_decision_that_returns_no_option_is_an_error(string type, string name, string body)
    {
        string core = name.EndsWith("Async", StringComparison.Ordinal) ? "DecideCoreAsync" : "DecideCore";
        Rule.Verify($$"""
            public partial class Agent
            {
                [Decision]
                public partial {{type}} {|OBS1011:{{name}}|}();

                private {{type}} {{core}}() {{body}}
            }
            """);
    }

    [Fact]
    public void A_decision_may_return_any_value() => Rule.Verify("""
        public partial class Agent
        {
            [Decision(Options = [])]
            public partial Task<IReadOnlyList<string>> DecideAsync();

            private Task<Decision<IReadOnlyList<string>>> DecideCoreAsync() => Task.FromResult(new Decision<IReadOnlyList<string>>([]));
        }
        """);
}
