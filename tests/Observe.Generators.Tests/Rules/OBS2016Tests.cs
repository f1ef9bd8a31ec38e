using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2016Tests
{
    [Theory]
    [InlineData("public Task<string> GoAsync() => {|OBS2016:HandleCoreAsync|}(\"x\", RunContext.Inactive);")]
    [InlineData("public Task<string> GoAsync() => this.{|OBS2016:HandleCoreAsync|}(\"x\", RunContext.Inactive);")]
    [InlineData("public Task<string>? GoAsync(Desk? other) => other?.{|OBS2016:HandleCoreAsync|}(\"x\", RunContext.Inactive);")]
    [InlineData("public async Task GoAsync() { await Task.Run(() => {|OBS2016:HandleCoreAsync|}(\"x\", RunContext.Inactive)); }")]
    [InlineData("public void Go() { Use({|OBS2016:HandleCoreAsync|}); }")]
    [InlineData("public void Go() { Func<string, RunContext, Task<string>> body = this.{|OBS2016:HandleCoreAsync|}; Use(body); }")]
    public async Task A_body_that_is_called_directly_is_a_warning(string method)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(method));

        Assert.Equal(
            ["'HandleCoreAsync' is the body of 'HandleAsync'; called directly, it is neither recorded nor governed: call 'HandleAsync'"], messages);
    }

    [Fact]
    public Task Another_type_and_another_body_are_outside_too() => Use.VerifyAsync("""
        public partial class Desk
        {
            [Observe]
            public partial string Handle<T>(T value, int times);

            internal string HandleCore<T>(T value, int times) => {|OBS2016:RouteCore|}(times) + value;

            [Decision(Options = ["a", "b"])]
            public partial string Route(int times);

            internal string RouteCore(int times, RunContext? run = null) => times > 1 ? "a" : "b";
        }

        public class Office(Desk desk)
        {
            public string Work() => desk.{|OBS2016:HandleCore|}<int>(1, 2) + desk.{|OBS2016:RouteCore|}(3);
        }
        """);

    [Fact]
    public Task A_fallback_that_calls_the_body_is_a_warning() => Use.VerifyAsync("""
        public partial class Desk
        {
            [Retry(FallbackTo = nameof(LoadSlowly))]
            public partial string Load(string key);

            private string LoadCore(string key) => key;

            private string LoadSlowly(string key) => {|OBS2016:LoadCore|}(key);
        }
        """);

    [Theory]
    [InlineData("public Task<string> GoAsync() => HandleAsync(\"x\");")]
    [InlineData("public string Name => nameof(HandleCoreAsync);")]
    [InlineData("public int WorkCore() => 1; public int Work() => WorkCore();")]
    public Task The_declaration_names_and_other_methods_are_fine(string method) => Use.VerifyAsync(In(method));

    [Fact]
    public Task Recursion_overloads_fallbacks_and_overrides_are_fine() => Use.VerifyAsync("""
        public partial class Desk
        {
            [Observe]
            public partial int Count(int depth);

            protected virtual int CountCore(int depth) => depth == 0 ? 0 : Again(d => CountCore(d), depth - 1);

            [Step]
            public partial int Both(int number);

            private int BothCore(int number) => BothCore(number, null);

            private int BothCore(int number, RunContext? run) => run is null ? number : -number;

            [Step]
            public partial int Add(int left);

            private int AddCore(int left) => AddCore(left, 1);

            [Step]
            public partial int Add(int left, int right);

            private int AddCore(int left, int right) => left + right;

            [Retry(FallbackTo = nameof(LoadSlowly))]
            public partial string Load(string key);

            private string LoadCore(string key) => key;

            private string LoadSlowly(string key) => key;

            public string Warm() => LoadSlowly("x");

            private static int Again(Func<int, int> next, int depth) => next(depth);
        }

        public class QuietDesk : Desk
        {
            protected override int CountCore(int depth) => base.CountCore(depth) + 1;
        }
        """);

    private static string In(string method) => $$"""
        public partial class Desk
        {
            [Observe]
            public partial Task<string> HandleAsync(string text);

            private Task<string> HandleCoreAsync(string text, RunContext run) => Task.FromResult(text);

            {{method}}

            private static void Use(Func<string, RunContext, Task<string>> body) => Console.WriteLine(body);
        }
        """;
}
