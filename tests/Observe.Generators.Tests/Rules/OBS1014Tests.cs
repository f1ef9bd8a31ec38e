using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1014Tests
{
    [Theory]
    [InlineData("UserId", "string")]
    [InlineData("Tag", "string")]
    public void A_role_that_would_write_a_sensitive_value_is_an_error(string role, string type) => Rule.Verify($$"""
        public partial class Agent
        {
            [Observe]
            public partial void Run([Sensitive, {|OBS1014:{{role}}|}] {{type}} value);

            private void RunCore({{type}} value)
            {
            }
        }
        """);

    [Fact]
    public void A_sensitive_type_counts_as_well() => Rule.Verify("""
        [Sensitive]
        public sealed record Key(string Value);

        public partial class Agent
        {
            [Observe]
            public partial void Run([{|OBS1014:Tag|}] Key key);

            private void RunCore(Key key)
            {
            }
        }
        """);

    [Fact]
    public void Metadata_can_be_masked() => Rule.Verify("""
        public partial class Agent
        {
            [Observe]
            public partial void Run([Sensitive, Metadata] string value, [NotCaptured, Tag] string tag);

            private void RunCore(string value, string tag)
            {
            }
        }
        """);
}
