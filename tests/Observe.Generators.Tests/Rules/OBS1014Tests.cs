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

    [Theory]
    [InlineData("Pin?")]
    [InlineData("(string Name, Pin Pin)")]
    [InlineData("(int, (int, Pin?)?)")]
    [InlineData("Account")]
    [InlineData("GoldAccount")]
    [InlineData("Holder")]
    public void A_value_whose_text_shows_something_sensitive_counts_as_well(string type) => Rule.Verify($$"""
        [Sensitive]
        public enum Pin { None }

        public record Account(string Name, [Sensitive] string Iban);

        public sealed record GoldAccount(string Name) : Account(Name, "");

        public readonly record struct Holder(int Id, Holder[]? Others, Account? Account);

        public partial class Agent
        {
            [Observe]
            public partial void Run([{|OBS1014:Tag|}] {{type}} value);

            private void RunCore({{type}} value)
            {
            }
        }
        """);

    [Theory]
    [InlineData("Login")]
    [InlineData("Account")]
    [InlineData("Tree")]
    [InlineData("List<Pin>")]
    public void A_value_whose_text_does_not_show_it_does_not_count(string type) => Rule.Verify($$"""
        [Sensitive]
        public enum Pin { None }

        public sealed class Login
        {
            [Sensitive]
            public string Password { get; } = "";
        }

        public sealed record Account(string Name, [Sensitive] string Iban)
        {
            public override string ToString() => Name;
        }

        public sealed record Tree(string Name, Tree? Parent, Account Owner)
        {
            [Sensitive]
            internal string Secret { get; } = "";
        }

        public partial class Agent
        {
            [Observe]
            public partial void Run([Tag] {{type}} value);

            private void RunCore({{type}} value)
            {
            }
        }
        """);
}
