using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1013Tests
{
    [Theory]
    [InlineData("SessionId", "out string value", "{ value = \"\"; }")]
    [InlineData("Tag", "ReadOnlySpan<char> value", "{ }")]
    [InlineData("Metadata", "int* value", "{ }")]
    public void A_role_that_has_no_value_to_read_is_an_error(string role, string parameter, string body) => Rule.Verify($$"""
        public unsafe partial class Agent
        {
            [Observe]
            public partial void Run([{|OBS1013:{{role}}|}] {{parameter}});

            private void RunCore({{parameter}}) {{body}}
        }
        """);

    [Fact]
    public void A_parameter_passed_by_reference_can_be_read() => Rule.Verify("""
        public partial class Agent
        {
            [Observe]
            public partial void Run([SessionId] ref string session, [Tag] in int tag);

            private void RunCore(ref string session, in int tag) => session = "";
        }
        """);
}
