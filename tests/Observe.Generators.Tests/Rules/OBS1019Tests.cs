using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1019Tests
{
    private const string Members = """
        public string Name => "";

            public string Category => "";

            public PolicyPoints Points => PolicyPoints.None;

            public PolicyResult Evaluate(PolicyContext context) => PolicyResult.Allow;
        """;

    [Theory]
    [InlineData("", "string", "it does not implement IPolicy")]
    [InlineData("", "int[]", "it does not implement IPolicy")]
    [InlineData("public sealed class Mine;", "Mine", "it does not implement IPolicy")]
    [InlineData("", "IPolicy", "it does not implement IPolicy")]
    [InlineData("public interface IMine : IPolicy;", "IMine", "it is abstract, so there can be no instance of it")]
    [InlineData("public abstract class Mine : IPolicy { * }", "Mine", "it is abstract, so there can be no instance of it")]
    [InlineData("public sealed class Mine<T> : IPolicy { * }", "Mine<>", "its type arguments are missing")]
    [InlineData("public sealed class Mine(int number) : IPolicy { public int Number => number; * }", "Mine", "it has no constructor without parameters that is public or internal")]
    [InlineData("public sealed class Mine : IPolicy { private Mine() { } * }", "Mine", "it has no constructor without parameters that is public or internal")]
    [InlineData("public sealed class Mine : IPolicy { public required int Number { get; init; } * }", "Mine", "it has required members, which nobody sets")]
    [InlineData("file sealed class Mine : IPolicy { * }", "Mine", "it is a file type, which no other file can see; make it internal")]
    public void A_type_that_cannot_be_made_is_an_error(string type, string name, string problem)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            {{type.Replace("*", Members, StringComparison.Ordinal)}}

            public partial class Agent
            {
                [Step, {|OBS1019:Policy(typeof({{name}}))|}]
                public partial int Call();

                private int CallCore() => 1;
            }
            """);

        Assert.Equal([$"'Call' cannot be guarded by '{name}': {problem}"], messages);
    }

    [Fact]
    public void A_type_that_only_its_own_type_sees_is_an_error() => Rule.Verify($$"""
        public partial class Agent
        {
            private sealed class Mine : IPolicy
            {
                {{Members}}
            }

            [Step, {|OBS1019:Policy(typeof(Mine))|}]
            public partial int Call();

            private int CallCore() => 1;
        }
        """);

    [Fact]
    public void Structs_records_and_closed_generic_types_are_fine() => Rule.Verify($$"""
        internal struct Small : IPolicy
        {
            {{Members.Replace("public string", "public readonly string", StringComparison.Ordinal)}}
        }

        internal sealed record Mine<T> : IPolicy
        {
            internal Mine()
            {
            }

            {{Members}}
        }

        internal sealed class Complete : IPolicy
        {
            [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
            public Complete() => Number = 1;

            public required int Number { get; init; }

            {{Members}}
        }

        public partial class Agent
        {
            [Step, Policy(typeof(Small)), Policy(typeof(Mine<int>)), Policy(typeof(Complete))]
            public partial int Call();

            private int CallCore() => 1;
        }
        """);
}
