using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1007Tests
{
    [Theory]
    [InlineData("Step", "SessionId")]
    [InlineData("ToolCall", "UserId")]
    [InlineData("Decision", "EndUserId")]
    [InlineData("Step", "UserGroup")]
    [InlineData("Step", "AnonymousId")]
    public void An_identity_outside_a_run_is_an_error(string scope, string role) => Rule.Verify($$"""
        public partial class Agent
        {
            [{{scope}}]
            public partial bool Check([{|OBS1007:{{role}}|}] string who);

            private bool CheckCore(string who) => who.Length > 0;
        }
        """);

    [Fact]
    public void Tags_and_metadata_are_allowed_on_every_scope() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Add([Tag] string who, [Metadata] int what);

            private int AddCore(string who, int what) => what;
        }
        """);
}
