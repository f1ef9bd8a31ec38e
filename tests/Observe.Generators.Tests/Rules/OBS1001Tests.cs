using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1001Tests
{
    [Fact]
    public void A_method_that_is_not_partial_is_an_error() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public int {|OBS1001:Add|}(int left) => left;
        }
        """);

    [Fact]
    public void Other_methods_of_the_type_are_observed_all_the_same() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public int {|OBS1001:Add|}(int left) => left;

            [Step]
            public partial int Subtract(int left);

            private int SubtractCore(int left) => left;
        }
        """);

    [Fact]
    public void A_local_function_is_an_error() => Rule.Verify("""
        public class Agent
        {
            public int Run()
            {
                return Local();

                [Step]
                static int {|OBS1001:Local|}() => 1;
            }
        }
        """);

    [Fact]
    public void An_accessor_is_an_error() => Rule.Verify("""
        public class Agent
        {
            public int Number
            {
                [Step]
                {|OBS1001:get|} => 1;
            }
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
            [ToolCall]
            int ITool.{|OBS1001:Call|}() => 1;
        }
        """);

    [Fact]
    public void A_pragma_suppresses_it() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
        #pragma warning disable OBS1001
            public int Add(int left) => left;
        #pragma warning restore OBS1001
        }
        """);

    [Fact]
    public void A_partial_method_is_fine() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;
        }
        """);
}
