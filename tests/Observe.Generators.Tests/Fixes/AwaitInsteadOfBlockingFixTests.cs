using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class AwaitInsteadOfBlockingFixTests
{
    [Theory]
    [InlineData("string answer = agent.{|OBS2017:HandleAsync|}(\"x\").Result;", "string answer = await agent.HandleAsync(\"x\");")]
    [InlineData("int length = agent.{|OBS2017:HandleAsync|}(\"x\").Result.Length; // long", "int length = (await agent.HandleAsync(\"x\")).Length; // long")]
    [InlineData("agent.{|OBS2017:HandleAsync|}(\"x\").Wait();", "await agent.HandleAsync(\"x\");")]
    [InlineData("Console.WriteLine(agent.{|OBS2017:HandleAsync|}(\"x\").ConfigureAwait(false).GetAwaiter().GetResult());", "Console.WriteLine(await agent.HandleAsync(\"x\"));")]
    [InlineData("agent.{|OBS2017:SaveAsync|}().AsTask().Wait();", "await agent.SaveAsync();")]
    public Task Asynchronous_code_awaits(string before, string after) => Fix.VerifyAsync<AwaitInsteadOfBlockingFix>(
        In("public async Task GoAsync(Agent agent) { await Task.Yield(); " + before + "\n }"),
        In("public async Task GoAsync(Agent agent) { await Task.Yield(); " + after + "\n }"));

    [Theory]
    [InlineData("public static void Main() => Console.WriteLine(new Agent().{|OBS2017:HandleAsync|}(\"x\").Result);", "public static async Task Main() => Console.WriteLine(await new Agent().HandleAsync(\"x\"));")]
    [InlineData("private static int Main(string[] args) { return new Agent().{|OBS2017:HandleAsync|}(args[0]).GetAwaiter().GetResult().Length; }", "private static async Task<int> Main(string[] args) { return (await new Agent().HandleAsync(args[0])).Length; }")]
    public Task The_entry_of_a_program_becomes_asynchronous(string before, string after) =>
        Fix.VerifyProgramAsync<AwaitInsteadOfBlockingFix>(In(before), In(after));

    [Fact]
    public Task Top_level_statements_await() => Fix.VerifyProgramAsync<AwaitInsteadOfBlockingFix>(
        "Console.WriteLine(new Agent().{|OBS2017:HandleAsync|}(\"x\").Result);\n" + In("").Replace("class Program", "class Desk", StringComparison.Ordinal),
        "Console.WriteLine(await new Agent().HandleAsync(\"x\"));\n" + In("").Replace("class Program", "class Desk", StringComparison.Ordinal));

    [Theory]
    [InlineData("public string Go(Agent agent) => agent.{|OBS2017:HandleAsync|}(\"x\").Result;")]
    [InlineData("public Task Go(Agent agent) { agent.{|OBS2017:HandleAsync|}(\"x\").Wait(); return Task.CompletedTask; }")]
    [InlineData("public async Task GoAsync(Agent agent) { await Task.Yield(); lock (this) { agent.{|OBS2017:HandleAsync|}(\"x\").Wait(); } }")]
    [InlineData("public async Task GoAsync(Agent agent) { await Task.Yield(); agent.{|OBS2017:HandleAsync|}(\"x\").Wait(100); }")]
    [InlineData("public async Task GoAsync(Agent agent) { await Task.Yield(); Action go = () => agent.{|OBS2017:HandleAsync|}(\"x\").Wait(); go(); }")]
    [InlineData("public async Task GoAsync(Agent agent) { await Task.Yield(); Task.WaitAll(agent.{|OBS2017:HandleAsync|}(\"x\")); }")]
    [InlineData("public async Task GoAsync(Agent? agent) { await Task.Yield(); agent?.{|OBS2017:HandleAsync|}(\"x\").Wait(); }")]
    [InlineData("public async Task GoAsync(Agent? agent) { await Task.Yield(); string? a = agent?.{|OBS2017:HandleAsync|}(\"x\").Result; }")]
    public Task What_its_callers_rely_on_is_left_to_the_user(string member) => Fix.VerifyNoneAsync<AwaitInsteadOfBlockingFix>(In(member));

    private static string In(string member) => $$"""
        public partial class Agent
        {
            [Observe]
            public partial Task<string> HandleAsync(string text);

            private Task<string> HandleCoreAsync(string text) => Task.FromResult(text);

            [ToolCall]
            public partial ValueTask SaveAsync();

            private ValueTask SaveCoreAsync() => default;
        }

        public class Program
        {
            {{member}}
        }
        """;
}
