using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1015Tests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_name_is_an_error(string name)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public partial class Agent
            {
                [{|OBS1015:Step("{{name}}")|}]
                public partial void FindOrder();

                private void FindOrderCore()
                {
                }
            }
            """);

        Assert.Equal(["The name given to 'FindOrder' is blank; leave it out to use 'find_order'"], messages);
    }

    [Fact]
    public void A_blank_name_of_a_retry_is_an_error() => Rule.Verify("""
        public partial class Agent
        {
            [{|OBS1015:Retry(Name = " ")|}]
            public partial void FindOrder();

            private void FindOrderCore()
            {
            }
        }
        """);

    [Fact]
    public void A_name_of_null_is_the_default_name() => Rule.Verify("""
        public partial class Agent
        {
            [Step(null)]
            public partial void FindOrder();

            private void FindOrderCore()
            {
            }
        }
        """);
}
