using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2018Tests
{
    [Theory]
    [InlineData("yield return 1; RunContext.{|OBS2018:Current|}?.SetTag(\"a\", \"b\");")]
    [InlineData("for (int i = 0; i < 3; i++) { RunContext.{|OBS2018:Current|}?.SetTag(\"a\", \"b\"); yield return i; }")]
    [InlineData("yield return 1; if (RunContext.{|OBS2018:Current|} is { } run) { run.SetTag(\"a\", \"b\"); }")]
    public async Task The_current_run_after_a_yield_is_a_warning(string body)
    {
        foreach (string iterator in Iterators(body))
        {
            IReadOnlyList<string> messages = await Use.VerifyAsync(iterator);

            Assert.Equal(
                ["Between two items of an iterator the current run is its consumer's, so 'RunContext.Current' is not about this one; read it before the first yield, or let the iterator be the body of an observed method"],
                messages);
        }
    }

    [Theory]
    [InlineData("using ActiveRun run = RunContext.{|OBS2018:Begin|}(\"x\"); yield return 1;")]
    [InlineData("using (RunContext.{|OBS2018:Begin|}(\"x\")) { yield return 1; }")]
    [InlineData("using (Observer.Default?.{|OBS2018:Activate|}()) { yield return 1; }")]
    [InlineData("using IDisposable? here = Observer.Default?.{|OBS2018:Activate|}(); foreach (int i in new[] { 1, 2 }) { yield return i; }")]
    [InlineData("while (DateTime.Now.Year > 1) { using (RunContext.{|OBS2018:Begin|}(\"x\")) { } yield return 1; }")]
    public async Task A_run_around_a_yield_is_a_warning(string body)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(Iterators(body)[1]);

        Assert.Contains("do it around the loop that consumes the iterator", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RunContext? run = RunContext.Current; yield return 1; run?.SetTag(\"a\", \"b\");")]
    [InlineData("using (RunContext.Begin(\"x\")) { Console.WriteLine(1); } yield return 1;")]
    [InlineData("yield return 1; Action later = () => RunContext.Current?.SetTag(\"a\", \"b\"); later();")]
    [InlineData("for (int i = 0; i < 3; i++) { RunContext.Current?.SetTag(\"a\", \"b\"); } yield return 1;")]
    [InlineData("yield return 1; using IEnumerator<int> other = new List<int>().GetEnumerator(); Console.WriteLine(other.Current);")]
    public Task What_comes_before_the_first_yield_is_fine(string body) => Use.VerifyAsync(Iterators(body)[1]);

    [Fact]
    public Task The_body_of_an_observed_method_and_what_it_hands_on_is_fine() => Use.VerifyAsync("""
        public partial class Desk
        {
            [Step]
            public partial IAsyncEnumerable<int> CountAsync(int to);

            private async IAsyncEnumerable<int> CountCoreAsync(int to)
            {
                for (int i = 0; i < to; i++)
                {
                    await Task.Yield();
                    yield return i;
                    RunContext.Current?.SetTag("at", $"{i}");
                }
            }

            [Step]
            public partial IAsyncEnumerable<int> CheckedAsync(int to);

            private IAsyncEnumerable<int> CheckedCoreAsync(int to)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(to);
                return Inner();

                async IAsyncEnumerable<int> Inner()
                {
                    await Task.Yield();
                    yield return to;
                    RunContext.Current?.SetTag("at", "end");
                }
            }

            [Step]
            public partial IEnumerable<int> Handed(int to);

            private IEnumerable<int> HandedCore(int to) => Items(to);

            private static IEnumerable<int> Items(int to)
            {
                yield return to;
                RunContext.Current?.SetTag("at", "end");
            }
        }
        """);

    private static IReadOnlyList<string> Iterators(string body) =>
    [
        $$"""
        public class Desk
        {
            public async IAsyncEnumerable<int> ItemsAsync()
            {
                await Task.Yield();
                {{body}}
            }
        }
        """,
        $$"""
        public class Desk
        {
            public IEnumerable<int> All()
            {
                return Items();

                IEnumerable<int> Items()
                {
                    {{body}}
                }
            }
        }
        """,
    ];
}
