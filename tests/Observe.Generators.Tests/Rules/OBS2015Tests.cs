using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2015Tests
{
    [Theory]
    [InlineData("public Task<string> ExplainAsync(string text) => Task.FromResult(text);", 1, 2, "ExplainAsync")]
    [InlineData("public async IAsyncEnumerable<string> StreamAsync(string text) { await Task.Yield(); yield return text; }", 1, 2, "StreamAsync")]
    [InlineData("public ValueTask SendAsync(string text) => default; public static Task<int> RankAsync(string text) => Task.FromResult(1);", 2, 3, "SendAsync, RankAsync")]
    [InlineData("public Task<int> A() => One(); public Task<int> B() => One(); public Task<int> C() => One(); public Task<int> D() => One();", 4, 5, "A, B, C, …")]
    [InlineData("public Task<string> ExplainAsync(string text) => Task.FromResult(Plan(text));", 1, 2, "ExplainAsync")]
    public async Task Public_methods_that_work_unseen_are_an_information(string methods, int unobserved, int all, string names)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In("{|OBS2015:Desk|}", methods));

        Assert.Equal([$"{unobserved} of {all} public methods of 'Desk' are not observed: {names}; put [Observe] on what does an agent's work"], messages);
    }

    [Fact]
    public Task A_type_in_parts_is_told_once() => Use.VerifyAsync("""
        public partial class {|OBS2015:Desk|}
        {
            [Observe]
            public partial Task<string> HandleAsync(string text);

            private Task<string> HandleCoreAsync(string text) => Task.FromResult(text);
        }

        public partial class Desk
        {
            [Observe]
            public partial Task<string> AnswerAsync(string text);

            private Task<string> AnswerCoreAsync(string text) => Task.FromResult(text);

            public Task<string> ExplainAsync(string text) => Task.FromResult(text);
        }
        """);

    [Theory]
    [InlineData("internal Task<string> ExplainAsync(string text) => Task.FromResult(text);")]
    [InlineData("public Task<string> HandleAsync(int number) => HandleAsync($\"{number}\");")]
    [InlineData("public async Task<string> HandleManyAsync(string text) { await Task.Yield(); return await HandleAsync(text); }")]
    [InlineData("public Task<int> ExplainAsync(string text) => RunContext.RunAsync(\"explain\", async run => { await Task.Yield(); return text.Length; });")]
    [InlineData("public string Name => \"desk\"; public int Count(string text) => text.Length; public IEnumerable<string> Names() => [];")]
    [InlineData("public Task StartAsync(string name) => Task.CompletedTask; public Task<int> GetStateAsync() => One(); public Task WarmUpAsync() => Task.CompletedTask;")]
    [InlineData("public Task RenewAsync(CancellationToken cancellationToken) => Task.CompletedTask;")]
    [InlineData("public static async Task<Desk> OfAsync(string name) { await Task.Yield(); return new Desk(); }")]
    [InlineData("public virtual ValueTask DisposeAsync() => default;")]
    [InlineData("public override string ToString() => \"\"; public override bool Equals(object? other) => false; public override int GetHashCode() => 1;")]
    public Task Upkeep_and_whatever_is_observed_inside_is_fine(string methods) => Use.VerifyAsync(In("Desk", methods), informing: "OBS2015");

    [Fact]
    public Task What_the_framework_asks_for_is_fine() => Use.VerifyAsync("""
        public partial class Desk : IObserver<string>, IAsyncEnumerator<string>, IProgress<int>
        {
            public string Current => "";

            [Observe]
            public partial Task<string> HandleAsync(string text);

            private Task<string> HandleCoreAsync(string text) => Task.FromResult(text);

            public ValueTask<bool> MoveNextAsync() => default;

            public ValueTask DisposeAsync() => default;

            public void OnCompleted()
            {
            }

            public void OnError(Exception error)
            {
            }

            public void OnNext(string value)
            {
            }

            public void Report(int value)
            {
            }
        }
        """, informing: "OBS2015");

    [Fact]
    public Task A_type_without_an_agent_is_fine() => Use.VerifyAsync("""
        public partial class Tools
        {
            [ToolCall]
            public partial Task<string> SearchAsync(string text);

            private Task<string> SearchCoreAsync(string text) => Task.FromResult(text);

            public Task<string> ExplainAsync(string text) => Task.FromResult(text);
        }
        """, informing: "OBS2015");

    private static string In(string name, string methods) => $$"""
        public partial class {{name}}
        {
            [Observe]
            public partial Task<string> HandleAsync(string text);

            private Task<string> HandleCoreAsync(string text) => Task.FromResult(text);

            [Step]
            private partial string Plan(string text);

            private string PlanCore(string text) => text;

            private static Task<int> One() => Task.FromResult(1);

            {{methods}}
        }
        """;
}
