using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>Names of the user's that generated code would have liked to use itself.</summary>
public sealed class NameCornerTests
{
    [Fact]
    public void Parameters_named_like_private_methods_of_ours() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial int Run(int ObservedRun, string RunCore);

            private int RunCore(int ObservedRun, string RunCore) => ObservedRun;

            [Retry]
            public partial Task<int> TryAsync(int RetriedTryAsync, int AdmittedTryAsync, int ObservedTryAsync);

            private Task<int> TryCoreAsync(int RetriedTryAsync, int AdmittedTryAsync, int ObservedTryAsync) => Task.FromResult(1);
        }
        """);

    [Fact]
    public void Type_parameters_named_like_methods_of_ours() => Rule.Verify("""
        public partial class Agent<ObservedRun>
        {
            [Step]
            public partial int Run<RunCore>(RunCore value, ObservedRun other);

            private int RunCore<T>(T value, ObservedRun other) => 1;
        }

        public partial class ObservedAdd
        {
            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => left;
        }
        """);

    [Fact]
    public void Parameters_and_type_parameters_named_like_classes_of_ours() => Rule.Verify("""
        public sealed record Order(int Id);

        public partial class Agent
        {
            [Step]
            public partial Order Run<ObserveCapture>(int ObserveDescriptors, Order order, ObserveCapture other);

            private Order RunCore<T>(int ObserveDescriptors, Order order, T other) => order;
        }
        """);

    [Fact]
    public void A_parameter_a_method_and_a_member_named_like_a_discard() => Rule.Verify("""
        public partial class Agent
        {
            [Step]
            public partial Uri Run(int _);

            private Uri RunCore(int _) => new("https://example.org");

            [Step]
            public partial Task<int> RunAsync(ref int _);

            private Task<int> RunCoreAsync(ref int _) => Task.FromResult(_);
        }

        public partial class Other
        {
            [Step]
            public partial Task<int> _(ref int number);

            private Task<int> _Core(ref int number) => Task.FromResult(number);
        }
        """);

    [Fact]
    public void Type_parameters_named_like_parameters_of_writers() => Rule.Verify("""
        public sealed record Box<T>(T Item, string Text, int InputTokens);

        public partial class Agent
        {
            [LlmCall]
            public partial Box<@value> Run<@value, @writer, @report>(Box<@writer> first, List<Box<@report>> second);

            private Box<@value> RunCore<@value, @writer, @report>(Box<@writer> first, List<Box<@report>> second) => throw new NotSupportedException();
        }
        """);

    [Fact]
    public void A_fallback_named_like_a_local() => Rule.Verify("""
        public partial class Agent
        {
            [Retry(FallbackTo = nameof(retry))]
            public partial int Run(int number);

            private int RunCore(int number) => number;

            private int retry(int number) => -number;

            [Retry(FallbackTo = nameof(result))]
            public partial Task<int> RunAsync(string text);

            private Task<int> RunCoreAsync(string text) => Task.FromResult(1);

            private Task<int> result(string text) => Task.FromResult(2);
        }
        """);

    [Fact]
    public void Types_named_like_classes_of_ours_and_the_next_best_names() => Rule.Verify("""
        namespace Shop
        {
            public sealed record ObserveDescriptors(int Id);

            public sealed record ObserveDescriptors2(int Id);

            public sealed record ObserveCapture2(int Id);

            namespace Inner
            {
                public partial class Agent<ObserveCapture>
                {
                    [Step]
                    public partial ObserveCapture Run(ObserveDescriptors first, ObserveDescriptors2 second, ObserveCapture third, ObserveCapture2 fourth);

                    private ObserveCapture RunCore(ObserveDescriptors first, ObserveDescriptors2 second, ObserveCapture third, ObserveCapture2 fourth) => third;
                }
            }
        }
        """);
}
