using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2012Tests
{
    [Theory]
    [InlineData("public async Task WorkAsync() { {|OBS2012:using|} ActiveRun run = RunContext.Begin(\"desk\"); await Task.Yield(); }")]
    [InlineData("public async Task WorkAsync() { {|OBS2012:using|} var run = RunContext.Begin(\"desk\"); await Task.Yield(); }")]
    [InlineData("public async Task WorkAsync() { {|OBS2012:using|} (RunContext.Begin(\"desk\")) { await Task.Yield(); } }")]
    [InlineData("public async Task WorkAsync() { {|OBS2012:using|} (ActiveRun run = RunContext.Begin(\"desk\")) { await Task.Yield(); } }")]
    [InlineData("public Func<Task> Work() => async () => { {|OBS2012:using|} ActiveRun run = RunContext.Begin(\"desk\"); await Task.Yield(); };")]
    [InlineData("public void Work() { _ = Go(); async Task Go() { {|OBS2012:using|} ActiveRun run = RunContext.Begin(\"desk\"); await Task.Yield(); } }")]
    public async Task A_synchronous_end_in_asynchronous_code_is_a_warning(string method)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(method));

        Assert.Equal(["This run is disposed synchronously in asynchronous code; write 'await using'"], messages);
    }

    [Fact]
    public Task Top_level_statements_that_await_are_asynchronous() => Use.VerifyProgramAsync("""
        {|OBS2012:using|} ActiveRun run = RunContext.Begin("desk");
        await Task.Delay(1);
        """);

    [Fact]
    public Task Top_level_statements_that_do_not_are_not() => Use.VerifyProgramAsync("""
        using ActiveRun run = RunContext.Begin("desk");
        Func<Task> later = async () => await Task.Delay(1);
        Console.WriteLine(later);
        """);

    [Theory]
    [InlineData("public async Task WorkAsync() { await using ActiveRun run = RunContext.Begin(\"desk\"); await Task.Yield(); }")]
    [InlineData("public async Task WorkAsync() { await using (RunContext.Begin(\"desk\")) { await Task.Yield(); } }")]
    [InlineData("public void Work() { using ActiveRun run = RunContext.Begin(\"desk\"); run.Context.SetTag(\"a\", \"b\"); }")]
    [InlineData("public async Task WorkAsync() { await Task.Yield(); Go(); void Go() { using ActiveRun run = RunContext.Begin(\"desk\"); } }")]
    [InlineData("public async Task WorkAsync() { await Task.Yield(); lock (this) { using ActiveRun run = RunContext.Begin(\"desk\"); } }")]
    [InlineData("public async Task WorkAsync() { using IDisposable other = Begin(\"x\"); await Task.Yield(); }")]
    [InlineData("public async Task WorkAsync(Observer observer) { using IDisposable here = observer.Activate(); await Task.Yield(); }")]
    public Task Asynchronous_ends_synchronous_code_and_other_things_are_fine(string method) => Use.VerifyAsync(In(method));

    private static string In(string method) => $$"""
        public class Desk
        {
            {{method}}

            public static IDisposable Begin(string name) => new CancellationTokenSource();
        }
        """;
}
