using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1021Tests
{
    [Theory]
    [InlineData("")]
    [InlineData("in System.Threading.CancellationToken stop")]
    [InlineData("System.Threading.CancellationToken? stop")]
    public void A_time_budget_without_a_token_is_an_error(string parameters)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public partial class Agent
            {
                [Step, {|OBS1021:Budget(MaxDurationSeconds = 1)|}]
                public partial int Call({{parameters}});

                private int CallCore({{parameters}}) => 1;
            }
            """);

        Assert.Equal(["MaxDurationSeconds cannot stop 'Call'; give it a CancellationToken parameter, passed by value"], messages);
    }

    [Fact]
    public void A_budget_without_time_needs_none() => Rule.Verify("""
        public partial class Agent
        {
            [Step, Budget(MaxCalls = 1)]
            public partial int Call();

            private int CallCore() => 1;
        }
        """);
}
