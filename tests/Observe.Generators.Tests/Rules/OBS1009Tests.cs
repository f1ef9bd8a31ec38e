using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1009Tests
{
    [Theory]
    [InlineData("", "use one or more letters, digits, '_', '-' and '.'")]
    [InlineData("two words", "use 'two_words'")]
    [InlineData("a:b", "use 'a_b'")]
    [InlineData("a/b", "use 'a_b'")]
    public void A_key_that_breaks_the_rule_is_an_error(string key, string remedy)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public partial class Agent
            {
                [Step]
                public partial int Add([{|OBS1009:Tag("{{key}}")|}] string what);

                private int AddCore(string what) => 1;
            }
            """);

        Assert.Equal([$"The tag key '{key}' is not allowed: {remedy}"], messages);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Plan_2.of-3")]
    public void A_key_that_keeps_the_rule_is_fine(string key) => Rule.Verify($$"""
        public partial class Agent
        {
            [Step]
            public partial int Add([Tag("{{key}}")] string what);

            private int AddCore(string what) => 1;
        }
        """);
}
