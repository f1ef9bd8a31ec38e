using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS1017Tests
{
    [Theory]
    [InlineData("", "'Agent' has no method of this name")]
    [InlineData("private int Other => 1;", "'Agent' has no method of this name")]
    [InlineData("private Task<int> Other() => Task.FromResult(1);", "it has 0 parameters, the declaration 1")]
    [InlineData("private int Other(string text) => 1;", "it returns 'int', the declaration 'Task<int>'")]
    [InlineData("private Task<int> Other(int text) => Task.FromResult(1);", "its parameter 'text' is 'int', the declaration's 'string'")]
    [InlineData("private Task<int> Other(in string text) => Task.FromResult(1);", "its parameter 'text' is passed by 'in', the declaration's by value")]
    [InlineData("private Task<int> Other<T>(string text) => Task.FromResult(1);", "it has 1 type parameter, the declaration 0")]
    [InlineData("private Task<Decision<int>> Other(string text) => null!;", "it returns 'Task<Decision<int>>', the declaration 'Task<int>'")]
    public void A_fallback_that_cannot_stand_in_is_an_error(string fallback, string problem)
    {
        IReadOnlyList<string> messages = Rule.Verify($$"""
            public partial class Agent
            {
                [Decision(Options = []), {|OBS1017:Retry(FallbackTo = "Other")|}]
                public partial Task<int> CallAsync(string text);

                private Task<int> CallCoreAsync(string text) => Task.FromResult(1);

                {{fallback}}
            }
            """);

        Assert.Equal([$"'CallAsync' cannot fall back to 'Other': {problem}"], messages);
    }

    [Fact]
    public void A_method_that_falls_back_to_itself_is_an_error() => Rule.Verify("""
        public partial class Agent
        {
            [{|OBS1017:Retry(FallbackTo = nameof(Call))|}]
            public partial int Call();

            private int CallCore() => 1;
        }
        """);

    [Fact]
    public void A_fallback_of_an_instance_for_a_static_method_is_an_error() => Rule.Verify("""
        public partial class Agent
        {
            [{|OBS1017:Retry(FallbackTo = nameof(Other))|}]
            public static partial int Call();

            private static int CallCore() => 1;

            private int Other() => 2;
        }
        """);

    [Fact]
    public void A_fallback_may_be_observed_overloaded_generic_and_wrapped_as_the_body_is() => Rule.Verify("""
        public partial class Agent
        {
            [LlmCall, Retry(FallbackTo = nameof(SmallAsync))]
            public partial Task<T> LargeAsync<T>(T text, params int[] numbers)
                where T : class;

            private Task<LlmResult<T>> LargeCoreAsync<T>(T text, int[] numbers)
                where T : class => Task.FromResult(new LlmResult<T>(text));

            [LlmCall]
            private partial Task<T> SmallAsync<T>(T text, int[] numbers)
                where T : class;

            private Task<T> SmallCoreAsync<T>(T text, int[] numbers)
                where T : class => Task.FromResult(text);

            private Task<string> SmallAsync(int number) => Task.FromResult("");

            [Decision, Retry(FallbackTo = nameof(No))]
            public partial bool Yes(string No);

            private Decision<bool> YesCore(string No) => new(No.Length > 0);

            private Decision<bool> No(string text) => new(false, reasoning: text);

            public Task<string> UseAsync() => SmallAsync(1);
        }
        """);
}
