using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1002Tests
{
    // CS0751 and CS8795 are the language's own answer to a partial method that nobody can implement.
    [Fact]
    public void A_type_that_is_not_partial_is_named()
    {
        IReadOnlyList<string> messages = Rule.Verify("""
            public class {|OBS1002:Agent|}
            {
                [Step]
                public partial int {|CS0751:{|CS8795:Add|}|}(int left);

                private int AddCore(int left) => left;
            }
            """);

        Assert.Contains("'Agent' must be partial, because its method 'Add' is observed", messages);
    }

    [Fact]
    public void Every_containing_type_that_is_not_partial_is_named() => Rule.Verify("""
        public class {|OBS1002:Outer|}
        {
            public partial class Middle
            {
                public record {|OBS1002:Inner|}
                {
                    [Step]
                    public partial int {|CS0751:{|CS8795:Add|}|}(int left);

                    private int AddCore(int left) => left;
                }
            }
        }
        """);

    [Fact]
    public void A_type_is_partial_if_all_its_containers_are() => Rule.Verify("""
        public partial class Outer
        {
            public partial record struct Inner
            {
                [Step]
                public partial int Add(int left);

                private int AddCore(int left) => left;
            }
        }
        """);
}
