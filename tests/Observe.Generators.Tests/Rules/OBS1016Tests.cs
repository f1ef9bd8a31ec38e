using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1016Tests
{
    [Theory]
    [InlineData("Step, ", "IEnumerable<int> Call()", "IEnumerable<int> CallCore() => [];", "what a stream has handed out cannot be taken back; return a list")]
    [InlineData("", "IAsyncEnumerable<int> CallAsync()", "IAsyncEnumerable<int> CallCoreAsync() => null!;", "what a stream has handed out cannot be taken back; return a list")]
    [InlineData("Observe, ", "int Call()", "int CallCore() => 1;", "a run is one execution; put [Retry] on what it calls")]
    [InlineData("", "Task CallAsync(in int number)", "Task CallCoreAsync(in int number) => Task.CompletedTask;", "its parameter 'number' is passed by reference, so it cannot be awaited between two attempts")]
    [InlineData("", "Task CallAsync(ReadOnlySpan<char> text)", "Task CallCoreAsync(ReadOnlySpan<char> text) => Task.CompletedTask;", "its parameter 'text' is 'ReadOnlySpan<char>', which cannot be kept, so it cannot be awaited between two attempts")]
    [InlineData("", "unsafe Task CallAsync()", "Task CallCoreAsync() => Task.CompletedTask;", "it is unsafe, where nothing can be awaited, so it cannot be awaited between two attempts")]
    public void A_call_that_cannot_begin_again_is_an_error(string scope, string declaration, string body, string problem)
    {
        string modifiers = declaration.StartsWith("unsafe ", StringComparison.Ordinal) ? "public unsafe partial" : "public partial";
        string name = declaration.Contains("CallAsync", StringComparison.Ordinal) ? "CallAsync" : "Call";
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public partial class Agent
            {
                [{{scope}}{|OBS1016:Retry|}]
                {{modifiers}} {{declaration.Replace("unsafe ", "", StringComparison.Ordinal)}};

                private {{body}}
            }
            """);

        Assert.Equal([$"'{name}' cannot be retried: {problem}"], messages);
    }

    [Fact]
    public void An_asynchronous_method_of_a_struct_that_changes_is_an_error()
    {
        IReadOnlyList<string> messages = Rule.Verify("""
            public partial struct Counter
            {
                [{|OBS1016:Retry|}]
                public partial Task AddAsync(int number);

                private Task AddCoreAsync(int number) => Task.CompletedTask;
            }
            """);

        Assert.Equal(
            [
                "'AddAsync' cannot be retried: 'Counter' is a struct, of which only a copy can be kept; make it a readonly struct or a class, "
                + "so it cannot be awaited between two attempts",
            ],
            messages);
    }

    [Fact]
    public void A_method_that_returns_by_reference_is_told_once() => Rule.Verify("""
        public partial class Agent
        {
            private int _number;

            [Step, {|OBS1016:Retry|}]
            public partial ref int {|OBS1005:Find|}();

            private ref int FindCore() => ref _number;
        }
        """);

    [Fact]
    public void A_synchronous_method_may_take_anything() => Rule.Verify("""
        public partial struct Parser
        {
            [Retry]
            public partial bool TryParse(ReadOnlySpan<char> text, in int from, ref int position, out int number);

            private bool TryParseCore(ReadOnlySpan<char> text, in int from, ref int position, out int number) =>
                int.TryParse(text[(from + position++)..], out number);
        }
        """);

    [Theory]
    [InlineData("Step, Retry")]
    [InlineData("Retry, ToolCall")]
    [InlineData("Retry")]
    [InlineData("Retrieval, Retry(2)")]
    [InlineData("Reasoning, Retry(2)")]
    [InlineData("Retry(2), LlmCall")]
    public void Beside_a_scope_or_alone_it_is_fine(string attributes) => Rule.Verify($$"""
        public partial class Agent
        {
            [{{attributes}}]
            public partial Task<string> CallAsync(string text);

            private Task<string> CallCoreAsync(string text) => Task.FromResult(text);
        }
        """);
}
