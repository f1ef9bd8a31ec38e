using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1022Tests
{
    [Theory]
    [InlineData("public int {|OBS1022:AddCore|} { get; set; }", "a property")]
    [InlineData("public int {|OBS1022:AddCore|} = 1;", "a field")]
    [InlineData("private const int {|OBS1022:AddCore|} = 1;", "a constant")]
    [InlineData("public event Action {|OBS1022:AddCore|} { add { } remove { } }", "an event")]
    [InlineData("public Func<int, int> {|OBS1022:AddCore|} { get; } = left => left;", "a property")]
    [InlineData("private sealed class {|OBS1022:AddCore|};", "a type")]
    [InlineData("private enum {|OBS1022:AddCore|};", "a type")]
    [InlineData("private delegate int {|OBS1022:AddCore|}(int left);", "a type")]
    public void Something_else_of_the_bodys_name_is_an_error(string member, string kind)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public partial class Agent
            {
                [Step]
                public partial int Add(int left);

                {{member}}
            }
            """);

        Assert.Equal([$"'AddCore' is {kind}, and 'Add' needs a method of that name for its body; rename it"], messages);
    }

    [Fact]
    public void The_type_itself_may_be_in_the_way() => Rule.Verify("""
        public partial class {|OBS1022:AddCore|}
        {
            [Step]
            public partial int Add(int left);
        }
        """);

    [Fact]
    public void A_type_parameter_may_be_in_the_way() => Rule.Verify("""
        public partial class Agent<{|OBS1022:AddCore|}>
        {
            [Step]
            public partial int Add(int left);
        }
        """);

    [Fact]
    public void What_another_type_calls_so_is_fine() => Rule.Verify("""
        public class Base
        {
            public int AddCore { get; set; }
        }

        public partial class Agent : Base
        {
            [Step]
            public partial int Add(int left);

            private new int AddCore(int left) => left;
        }

        public partial interface AddCore
        {
            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;
        }
        """);
}
