using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1018Tests
{
    [Theory]
    [InlineData("Retry(0)", "MaxAttempts = 0; it must be at least 1")]
    [InlineData("Retry(DelayMilliseconds = -1)", "DelayMilliseconds = -1; it must be at least 0")]
    [InlineData("Retry(MaxDelayMilliseconds = -1)", "MaxDelayMilliseconds = -1; it must be at least 0")]
    [InlineData("Retry(BreakAfter = -2)", "BreakAfter = -2; it must be at least 0")]
    [InlineData("Retry(BreakSeconds = -0.5)", "BreakSeconds = -0.5; it must be a number from 0 to 2073600")]
    [InlineData("Retry(BreakSeconds = double.NaN)", "BreakSeconds = NaN; it must be a number from 0 to 2073600")]
    [InlineData("Retry(On = [typeof(string)])", "On = string; it must be a type of exception")]
    [InlineData("Retry(On = [typeof(Failure<>)])", "On = Failure<>; it must be a type of exception")]
    [InlineData("Retry(On = [typeof(Hidden)])", "On = Hidden; it is not visible outside the type that contains it; make it internal")]
    [InlineData("Retry(On = [null!])", "On = null; name a type of exception")]
    [InlineData("Budget", "no limit; give MaxCostUsd, MaxTokens, MaxCalls or MaxDurationSeconds")]
    [InlineData("Budget(Per = BudgetKey.User)", "no limit; give MaxCostUsd, MaxTokens, MaxCalls or MaxDurationSeconds")]
    [InlineData("Budget(MaxCostUsd = -0.01)", "MaxCostUsd = -0.01; it must be a number from 0 to 1000000")]
    [InlineData("Budget(MaxCostUsd = double.PositiveInfinity)", "MaxCostUsd = Infinity; it must be a number from 0 to 1000000")]
    [InlineData("Budget(MaxTokens = -5)", "MaxTokens = -5; it must be at least 0")]
    [InlineData("Budget(MaxCalls = -5)", "MaxCalls = -5; it must be at least 0")]
    [InlineData("Budget(MaxDurationSeconds = -1)", "MaxDurationSeconds = -1; it must be a number from 0 to 2073600")]
    [InlineData("Budget(MaxCalls = 1, OnExceed = PolicyAction.Skip)", "OnExceed = Skip; it must be Block, Throttle or Warn")]
    [InlineData("Budget(MaxCalls = 1, OnExceed = (PolicyAction)77)", "OnExceed = a number that is no action; it must be Block, Throttle or Warn")]
    [InlineData("Budget(MaxCalls = 1, Per = (BudgetKey)77)", "Per = 77; it must be a member of BudgetKey")]
    [InlineData("Budget(MaxCalls = 1, Window = (BudgetWindow)(-1))", "Window = -1; it must be a member of BudgetWindow")]
    [InlineData("RateLimit", "no limit; give MaxPerMinute, MaxPerHour, MaxPerDay or MaxConcurrent")]
    [InlineData("RateLimit(MaxPerHour = -1)", "MaxPerHour = -1; it must be at least 0")]
    [InlineData("RateLimit(MaxPerDay = 1, OnExceed = PolicyAction.Redact)", "OnExceed = Redact; it must be Block, Throttle or Warn")]
    [InlineData("AllowTools", "no tools; name at least one")]
    [InlineData("AllowTools(null!)", "no tools; name at least one")]
    [InlineData("AllowTools(\"a\", \" \")", "a blank among its tools; give it a name or leave it out")]
    [InlineData("AllowTools(\"a\", \"b\", \"a\")", "\"a\" twice among its tools; name it once")]
    [InlineData("MaxSteps(-1)", "steps = -1; it must be at least 0")]
    [InlineData("RequireUserGroup", "no groups; name at least one")]
    [InlineData("RequireUserGroup(null!, \"b\")", "a blank among its groups; give it a name or leave it out")]
    [InlineData("RequireApproval(TimeoutMinutes = 0)", "TimeoutMinutes = 0; it must be a number above 0, up to 34560")]
    [InlineData("RequireApproval(TimeoutMinutes = 1e300)", "TimeoutMinutes = 1E+300; it must be a number above 0, up to 34560")]
    [InlineData("RequireApproval(Approvers = [\"\"])", "a blank among its approvers; give it a name or leave it out")]
    [InlineData("Policy(\"\")", "a blank name; give a type, or the name of a policy that the observer knows")]
    [InlineData("Policy((string)null!)", "null; give a type, or the name of a policy that the observer knows")]
    public void A_constant_without_sense_is_an_error(string attribute, string problem)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public class Failure<T> : Exception;

            public partial class Agent
            {
                private sealed class Hidden : Exception;

                [Step, {|OBS1018:{{attribute}}|}]
                public partial int Call(System.Threading.CancellationToken stop);

                private int CallCore(System.Threading.CancellationToken stop) => 1;
            }
            """);

        string name = attribute.Split('(')[0];
        Assert.Equal([$"[{name}] on 'Call' says {problem}"], messages);
    }

    [Theory]
    [InlineData("[\"a\", \"\"]", "a blank among its options; give it a name or leave it out")]
    [InlineData("[\"a\", \"a\"]", "\"a\" twice among its options; name it once")]
    [InlineData("[null!]", "a blank among its options; give it a name or leave it out")]
    public void Options_are_distinct_names(string options, string problem)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public partial class Agent
            {
                [{|OBS1018:Decision(Options = {{options}})|}]
                public partial string Choose();

                private string ChooseCore() => "a";
            }
            """);

        Assert.Equal([$"[Decision] on 'Choose' says {problem}"], messages);
    }

    [Theory]
    [InlineData("Observe(Workflow = \"\")", "Workflow = \"\"")]
    [InlineData("Observe(SessionId = \" \")", "SessionId = \" \"")]
    [InlineData("Observe(\"a\", UserGroup = \"\")", "UserGroup = \"\"")]
    [InlineData("ToolCall(ToolType = \"\")", "ToolType = \"\"")]
    [InlineData("Retrieval(Source = \"\")", "Source = \"\"")]
    [InlineData("LlmCall(Model = \"\\t\")", "Model = \"\\t\"")]
    [InlineData("LlmCall(Model = \"a\", Task = \"\")", "Task = \"\"")]
    public void A_text_that_is_given_is_not_blank(string attribute, string constant)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public partial class Agent
            {
                [{|OBS1018:{{attribute}}|}]
                public partial string Call(string prompt);

                private string CallCore(string prompt) => prompt;
            }
            """);

        Assert.Equal([$"[{attribute.Split('(')[0]}] on 'Call' says {constant}; give it a text or leave it out"], messages);
    }

    [Fact]
    public void A_key_of_metadata_is_not_blank()
    {
        IReadOnlyList<string> messages = Rule.Verify("""
            public partial class Agent
            {
                [Observe(SessionId = null, Workflow = "w")]
                public partial string Call([{|OBS1018:Metadata(" ")|}] string prompt, [Metadata] string more, [Metadata("any key!")] string most);

                private string CallCore(string prompt, string more, string most) => prompt + more + most;
            }
            """);

        Assert.Equal(["[Metadata] on 'Call' says a blank key; give it a name or leave it out"], messages);
    }

    [Fact]
    public void Several_wrong_constants_are_told_each() => Rule.Verify("""
        public partial class Agent
        {
            [Step, {|OBS1018:{|OBS1018:RateLimit(MaxPerMinute = -1, MaxPerHour = -1)|}|}, {|OBS1018:MaxSteps(-3)|}]
            public partial int Call();

            private int CallCore() => 1;
        }
        """);

    [Fact]
    public void Limits_at_their_edges_are_fine() => Rule.Verify("""
        public partial class Agent
        {
            [Step, Retry(1, DelayMilliseconds = 0, MaxDelayMilliseconds = int.MaxValue, BreakAfter = 1, BreakSeconds = 0)]
            [Budget(MaxTokens = long.MaxValue, MaxCostUsd = 1e-9, OnExceed = PolicyAction.Warn), Budget(MaxCalls = 1, OnExceed = PolicyAction.Throttle)]
            [RateLimit(MaxConcurrent = 1, OnExceed = PolicyAction.Block), AllowTools("*"), MaxSteps(0), RequireUserGroup("a b")]
            [RequireApproval(Reason = "", Approvers = [], TimeoutMinutes = 0.001), Policy("a"), Policy("b")]
            public partial int Call();

            private int CallCore() => 1;

            [Decision(Options = [])]
            public partial bool Choose();

            private bool ChooseCore() => true;
        }
        """);
}
