using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>What only obsolete code may mention, and what is reported under an id of the user's.</summary>
public sealed class ObsoleteCornerTests
{
    [Fact]
    public void A_type_that_is_an_error_to_mention_in_an_obsolete_method() => Rule.Verify("""
        [Obsolete("gone", true)]
        public sealed record Order(int Id, string Text, int InputTokens);

        public partial class Agent
        {
            [LlmCall, Obsolete]
            public partial Task<Order> RunAsync(Order order, List<Order> orders, Dictionary<string, Order[]> more, Box<Order> box);

            [Obsolete]
            private Task<Order> RunCoreAsync(Order order, List<Order> orders, Dictionary<string, Order[]> more, Box<Order> box) => Task.FromResult(order);

            [Retry, Obsolete("old")]
            public partial Order Run(Order order);

            [Obsolete]
            private Order RunCore(Order order) => order;
        }

        public sealed record Box<T>(T Item);
        """);

    [Fact]
    public void An_obsolete_type_and_a_body_with_an_id_of_their_own() => Rule.Verify("""
        [Obsolete("old", DiagnosticId = "SHOP1")]
        public sealed record Order(int Id);

        public sealed class Box
        {
            [Obsolete("old", DiagnosticId = "SHOP2")]
            public int Old => 1;

            public int New => 2;
        }

        public partial class Agent
        {
            [Step, Obsolete]
            public partial Order Run(Order order, List<Order> orders, Box box);

            [Obsolete("never by hand", DiagnosticId = "SHOP3")]
            private Order RunCore(Order order, List<Order> orders, Box box) => order;

            [Step]
            public partial int Add(int left);

            [System.Diagnostics.CodeAnalysis.Experimental("SHOP4")]
            private int AddCore(int left) => left;
        }
        """);

    [Fact]
    public void A_body_that_is_an_error_to_call_is_called_by_obsolete_code_alone() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int {|OBS1005:Add|}(int left);

            [Obsolete("never by hand", true)]
            private int AddCore(int left) => left;

            [Step, Obsolete]
            public partial Task<int> AddAsync(int left);

            [Obsolete("never by hand", true)]
            private Task<int> AddCoreAsync(int left) => Task.FromResult(left);

            [{|OBS1017:Retry(FallbackTo = nameof(Less))|}]
            public partial int More(int left);

            private int MoreCore(int left) => left;

            [Obsolete("never by hand", true)]
            private int Less(int left) => left;
        }

        [Obsolete]
        public partial class Old
        {
            [Step]
            public partial int Add(int left);

            [Obsolete("never by hand", true)]
            private int AddCore(int left) => left;
        }
        """);
}
