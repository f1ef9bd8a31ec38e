using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1006Tests
{
    [Fact]
    public void A_method_with_two_scope_attributes_is_an_error()
    {
        IReadOnlyList<string> messages = Rule.Verify("""
            public partial class Agent
            {
                [Step]
                [ToolCall]
                public partial int {|OBS1006:Add|}(int left);

                private int AddCore(int left) => left;
            }
            """);

        Assert.Equal(["'Add' carries both [Step] and [ToolCall]; choose one"], messages);
    }

    [Fact]
    public void A_retry_beside_two_others_does_not_make_them_one() => Rule.Verify("""
        public partial class Agent
        {
            [Retry, Retrieval, LlmCall]
            public partial int {|OBS1006:Add|}(int left);

            private int AddCore(int left) => left;
        }
        """);

    [Fact]
    public void Two_methods_with_one_attribute_each_are_fine() => Rule.Verify("""
        public partial class Agent
        {
            [Observe]
            public partial int Run(int left);

            private int RunCore(int left) => Add(left);

            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;
        }
        """);
}
