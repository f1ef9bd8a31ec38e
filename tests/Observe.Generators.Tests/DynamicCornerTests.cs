using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>Dynamic results, wrapped, annotated and tried again.</summary>
public sealed class DynamicCornerTests
{
    [Fact]
    public void A_dynamic_result_that_is_tried_again() => Rule.Verify("""
        public partial class Agent
        {
            [Decision(Options = []), Retry(FallbackTo = nameof(ChooseOther))]
            public partial dynamic Choose(dynamic value);

            private Decision<dynamic> ChooseCore(dynamic value) => new((object)value);

            private dynamic ChooseOther(dynamic value) => value;

            [LlmCall, Retry]
            public partial Task<dynamic> AskAsync(string prompt);

            private Task<LlmResult<dynamic>> AskCoreAsync(string prompt) => Task.FromResult(new LlmResult<dynamic>(prompt));

            [Retry]
            public partial dynamic? Find(dynamic? value);

            private dynamic? FindCore(dynamic? value) => value;

            [Retry(FallbackTo = nameof(FindOtherAsync))]
            public partial ValueTask<dynamic?> FindAsync(string text);

            private ValueTask<dynamic?> FindCoreAsync(string text) => new((object)text);

            private ValueTask<object?> FindOtherAsync(string text) => new((object)text);
        }
        """);
}
