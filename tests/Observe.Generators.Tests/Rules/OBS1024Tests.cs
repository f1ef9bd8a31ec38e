using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1024Tests
{
    [Fact]
    public void The_body_is_not_observed_its_declaration_is()
    {
        IReadOnlyList<string> messages = Rule.Verify("""
            public partial class Agent
            {
                [Step]
                public partial int Add(int left);

                [{|OBS1024:Step|}]
                private int AddCore(int left) => left;
            }
            """);

        Assert.Equal(["[Step] observes nothing on 'AddCore': it is the body of 'Add', which is what is called; put the attribute there"], messages);
    }

    [Fact]
    public void The_body_is_known_by_a_declaration_that_waits_for_it() => Assert.Contains(
        "it is the body of 'RunAsync'",
        Rule.Verify("""
            public partial class Agent
            {
                public partial Task {|CS8795:RunAsync|}();

                [{|OBS1024:Observe|}]
                private Task RunCoreAsync() => Task.CompletedTask;
            }
            """)[1],
        StringComparison.Ordinal);

    [Fact]
    public void A_body_that_is_observed_itself_has_a_body_of_its_own() => Rule.Verify("""
        public partial class Agent
        {
            [Observe]
            public partial int Add(int left);

            [Step]
            private partial int AddCore(int left);

            private int AddCoreCore(int left) => left;
        }
        """);

    [Fact]
    public void A_method_that_only_sounds_like_a_body_could_be_partial() => Rule.Verify("""
        public partial class Agent
        {
            public int Add(int left) => AddCore(left);

            [Step]
            private int {|OBS1001:AddCore|}(int left) => left;
        }
        """);

    [Fact]
    public void An_interface_is_told_where_the_attribute_belongs()
    {
        IReadOnlyList<string> messages = Rule.Verify("""
            public interface ITool
            {
                [{|OBS1024:ToolCall("call")|}]
                int Call();
            }

            public partial class Tool : ITool
            {
                [ToolCall]
                public partial int Call();

                private int CallCore() => 1;
            }
            """);

        Assert.Equal(
            ["[ToolCall] observes nothing on 'Call': an interface only says what can be called; put the attribute on the method that implements it"],
            messages);
    }

    [Fact]
    public void An_abstract_method_is_told_of_both_ways()
    {
        IReadOnlyList<string> messages = Rule.Verify("""
            public abstract class Agent
            {
                [{|OBS1024:Observe|}]
                public abstract Task RunAsync();
            }
            """);

        Assert.EndsWith("make it partial with an abstract body 'RunCoreAsync', or observe the methods that override it", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public void An_extern_method_is_an_error() => Rule.Verify("""
        using System.Runtime.InteropServices;

        public partial class Agent
        {
            [{|OBS1024:Step|}, DllImport("native")]
            public static extern int Add(int left);
        }
        """);

    [Fact]
    public void An_explicit_interface_implementation_is_an_error() => Rule.Verify("""
        public interface ITool
        {
            int Call();
        }

        public partial class Tool : ITool
        {
            [{|OBS1024:ToolCall|}]
            int ITool.Call() => 1;
        }
        """);

    [Theory]
    [InlineData("public int Number { [{|OBS1024:Step|}] get => 1; }", "'Number': an accessor")]
    [InlineData("public event Action Changed { [{|OBS1024:Step|}] add { } remove { } }", "'Changed': an accessor")]
    [InlineData("[{|OBS1024:Step|}] public static Agent operator +(Agent left, Agent right) => left;", "an operator: an operator")]
    [InlineData("[{|OBS1024:Step|}] public static implicit operator int(Agent left) => 1;", "an operator")]
    [InlineData("public Func<int> Run { get; } = [{|OBS1024:Step|}] () => 1;", "a lambda: it cannot be observed")]
    [InlineData("public int Run() { return Local(); [{|OBS1024:Step|}] static int Local() => 1; }", "'Local': a local function")]
    [InlineData("[{|OBS1024:Step|}] ~Agent() { }", "only ordinary methods")]
    public void What_is_no_ordinary_method_is_an_error(string member, string reason) =>
        Assert.Contains(reason, Assert.Single(Rule.Verify($$"""
            public partial class Agent
            {
                {{member}}
            }
            """)), StringComparison.Ordinal);

    [Fact]
    public void A_constructor_is_the_compilers_business() => Rule.Verify("""
        public partial class Agent
        {
            [{|CS0592:Step|}]
            public Agent() { }
        }
        """);

    [Fact]
    public void Other_methods_of_the_type_are_observed_all_the_same() => Rule.Verify("""
        public abstract partial class Agent
        {
            [{|OBS1024:Step|}]
            public abstract int Add(int left);

            [Step]
            public partial int Subtract(int left);

            private int SubtractCore(int left) => left;
        }
        """);

    [Fact]
    public void An_abstract_body_is_fine() => Rule.Verify("""
        public abstract partial class Agent
        {
            [Observe]
            public partial Task RunAsync();

            protected abstract Task RunCoreAsync();
        }
        """);
}
