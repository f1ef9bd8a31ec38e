using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1020Tests
{
    [Theory]
    [InlineData("Policy(\"a\")")]
    [InlineData("Budget(MaxCalls = 1)")]
    [InlineData("RateLimit(MaxPerDay = 1)")]
    [InlineData("AllowTools(\"a\")")]
    [InlineData("MaxSteps(1)")]
    [InlineData("RequireUserGroup(\"a\")")]
    [InlineData("RequireApproval")]
    public void A_policy_on_a_method_that_is_not_observed_is_an_error(string attribute)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public class Agent
            {
                [{|OBS1020:{{attribute}}|}]
                public int Call() => 1;
            }
            """);

        Assert.Equal(
            [
                $"[{attribute.Split('(')[0]}] guards nothing on 'Call', which is not observed; "
                + "add [Observe], [Step], [ToolCall] or another scope attribute",
            ],
            messages);
    }

    [Fact]
    public void Each_policy_is_told_at_its_place() => Rule.Verify("""
        public class Agent
        {
            [{|OBS1020:MaxSteps(1)|}, {|OBS1020:Policy("a")|}]
            [{|OBS1020:Policy("b")|}]
            public int Call() => 1;

            public Func<int> Lambda { get; } = [{|OBS1020:RequireApproval|}] () => 1;

            public int Number
            {
                [{|OBS1020:MaxSteps(1)|}]
                get => 1;
            }
        }
        """);

    [Fact]
    public void Beside_any_scope_it_is_fine() => Rule.Verify("""
        public partial class Agent
        {
            [Observe, MaxSteps(1)]
            public partial int Run();

            private int RunCore() => 1;

            [MaxSteps(1), Retry]
            public partial int Again();

            private int AgainCore() => 1;

            [Policy("a")]
            [LlmCall]
            public partial Task<string> AskAsync();

            private Task<string> AskCoreAsync() => Task.FromResult("");
        }
        """);
}
