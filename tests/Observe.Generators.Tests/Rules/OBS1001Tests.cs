using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1001Tests
{
    [Fact]
    public void A_method_that_is_not_partial_is_an_error() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public int {|OBS1001:Add|}(int left) => left;
        }
        """);

    [Fact]
    public void Other_methods_of_the_type_are_observed_all_the_same() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public int {|OBS1001:Add|}(int left) => left;

            [Step]
            public partial int Subtract(int left);

            private int SubtractCore(int left) => left;
        }
        """);

    [Fact]
    public void A_method_of_an_interface_that_has_a_body_is_told_so() => Rule.Verify("""
        public partial interface ITool
        {
            [ToolCall]
            int {|OBS1001:Call|}() => 1;
        }
        """);

    [Theory]
    [InlineData("public static int {|OBS1001:Add|}(int left) => left;")]
    [InlineData("public virtual int {|OBS1001:Add|}(int left) => left;")]
    [InlineData("public override string {|OBS1001:ToString|}() => \"\";")]
    public void What_could_be_partial_is_asked_to_be(string method) => Rule.Verify($$"""
        public partial class Agent
        {
            [Step]
            {{method}}
        }
        """);

    [Fact]
    public void A_pragma_suppresses_it() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
        #pragma warning disable OBS1001
            public int Add(int left) => left;
        #pragma warning restore OBS1001
        }
        """);

    [Fact]
    public void A_partial_method_is_fine() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;
        }
        """);
}
