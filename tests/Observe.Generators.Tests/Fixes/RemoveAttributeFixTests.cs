using Observe.CodeFixes.Shape;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class RemoveAttributeFixTests
{
    [Theory]
    [InlineData("[Observe]\n    [Step(\"add\")] // what", "Step", "[Observe]\n    // what")]
    [InlineData("[Observe]\n    [Step]", "Step", "[Observe]")]
    [InlineData("[Observe]\n    [Step]", "Observe", "[Step]")]
    [InlineData("[Observe, Step]", "Step", "[Observe]")]
    [InlineData("[Observe, Step]", "Observe", "[Step]")]
    [InlineData("[Step, Retry, ToolCall]", "ToolCall", "[Step, Retry]")]
    public Task One_of_two_scopes_stays(string before, string way, string after) => Fix.VerifyAsync<RemoveAttributeFix>(
        Member($"{before}\n    public partial int {{|OBS1006:Add|}}(int left);"), Member($"{after}\n    public partial int Add(int left);"), way);

    [Theory]
    [InlineData("[Step] public partial int Add([{|OBS1007:SessionId|}] int left);", "[Step] public partial int Add(int left);", "")]
    [InlineData("[Step] public partial int Add([Tag, {|OBS1007:UserId|}] int left);", "[Step] public partial int Add([Tag] int left);", "")]
    [InlineData("[Observe] public partial int Add([{|OBS1014:Tag|}, Sensitive] int left);", "[Observe] public partial int Add([Sensitive] int left);", "Role")]
    [InlineData("[Observe] public partial int Add([{|OBS1014:Tag|}] [Sensitive] int left);", "[Observe] public partial int Add([Tag] int left);", "Sensitive")]
    [InlineData("[Observe] public partial int Add([{|OBS1014:Tag|}][Sensitive] int left);", "[Observe] public partial int Add([Tag] int left);", "Sensitive")]
    public Task A_role_that_cannot_be_read_goes(string before, string after, string way) =>
        Fix.VerifyAsync<RemoveAttributeFix>(Member(before), Member(after), way);

    [Fact]
    public Task The_second_of_one_identity_goes() => Fix.VerifyAsync<RemoveAttributeFix>(
        """
        public partial class Agent
        {
            [Observe]
            public partial int Add(
                [SessionId]
                int left,
                [{|OBS1008:SessionId|}]
                int right);

            private int AddCore(int left, int right) => left + right;
        }
        """,
        """
        public partial class Agent
        {
            [Observe]
            public partial int Add(
                [SessionId]
                int left,
                int right);

            private int AddCore(int left, int right) => left + right;
        }
        """);

    [Fact]
    public Task Roles_that_nobody_reads_go_from_all_methods_at_once() => Fix.VerifyAllAsync<RemoveAttributeFix>(
        ["public class Agent { public void A([{|OBS1025:Tag|}] int a, [{|OBS1025:UserId|}] int b) { } public void B([{|OBS1025:Metadata(\"x\")|}] int c) { } }"],
        ["public class Agent { public void A(int a, int b) { } public void B(int c) { } }"]);

    private static string Member(string member) => $$"""
        public partial class Agent
        {
            {{member}}

            private int AddCore(int left) => left;
        }
        """;
}
