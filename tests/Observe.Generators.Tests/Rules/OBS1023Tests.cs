using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1023Tests
{
    [Theory]
    [InlineData("string")]
    [InlineData("int")]
    [InlineData("int?")]
    [InlineData("object")]
    [InlineData("dynamic")]
    [InlineData("Guid")]
    [InlineData("(Route, bool)")]
    [InlineData("List<Route>")]
    public void A_decision_among_nobody_knows_what_is_an_error(string type)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public enum Route { Billing, Technical }

            public partial class Agent
            {
                [{|OBS1023:Decision|}]
                public partial Task<{{type}}> ChooseAsync(string text);

                private Task<Decision<{{type}}>> ChooseCoreAsync(string text) => throw new NotSupportedException();
            }
            """);

        Assert.Equal(
            [
                $"'ChooseAsync' chooses a '{type}', which does not say from what; "
                + "name the options with Options = [\"…\"], or write Options = [] if anything can be chosen",
            ],
            messages);
    }

    [Fact]
    public void A_type_parameter_does_not_say_it_either() => Rule.Verify("""
        public partial class Agent
        {
            [{|OBS1023:Decision("pick", Leaf = true)|}]
            public partial T Choose<T>(T first, T second)
                where T : struct, Enum;

            private T ChooseCore<T>(T first, T second)
                where T : struct, Enum => first;
        }
        """);

    [Fact]
    public void Enums_and_truth_values_say_it_themselves() => Rule.Verify("""
        public enum Route { Billing, Technical }

        public partial class Agent
        {
            [Decision]
            public partial Route A();

            private Route ACore() => Route.Billing;

            [Decision]
            public partial Task<Route?> BAsync();

            private Task<Decision<Route?>> BCoreAsync() => throw new NotSupportedException();

            [Decision]
            public partial ValueTask<bool> CAsync();

            private ValueTask<bool> CCoreAsync() => new(true);

            [Decision]
            public partial bool? D();

            private bool? DCore() => null;
        }
        """);

    [Theory]
    [InlineData("Options = [\"small\", \"large\"]")]
    [InlineData("Options = new[] { \"small\" }")]
    [InlineData("Options = []")]
    [InlineData("\"pick\", Options = new string[0]")]
    public void Options_that_are_given_are_fine_and_none_is_a_choice_too(string arguments) => Rule.Verify($$"""
        public partial class Agent
        {
            [Decision({{arguments}})]
            public partial string Choose();

            private Decision<string> ChooseCore() => new("small");
        }
        """);

    [Fact]
    public void A_decision_that_chooses_nothing_has_one_problem_only() => Rule.Verify("""
        public partial class Agent
        {
            [Decision]
            public partial void {|OBS1011:Choose|}();

            private void ChooseCore() { }
        }
        """);
}
