using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1010Tests
{
    [Fact]
    public void A_second_implementing_part_is_an_error() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Add(int left);

            public partial int {|OBS1010:Add|}(int left) => left;
        }
        """);

    [Fact]
    public void An_attribute_on_the_implementing_part_is_an_error_there() => Rule.Verify("""
        public partial class Agent
        {
            public partial int Add(int left);

            [Step]
            public partial int {|OBS1010:Add|}(int left) => left;
        }
        """);

    [Fact]
    public void A_declaration_alone_is_fine() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;
        }
        """);
}
