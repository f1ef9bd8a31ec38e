using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2017Tests
{
    [Theory]
    [InlineData("string answer = agent.{|OBS2017:HandleAsync|}(\"x\").Result;", "Result")]
    [InlineData("string? answer = (agent?.{|OBS2017:HandleAsync|}(\"x\"))!.Result;", "Result")]
    [InlineData("string? answer = agent?.{|OBS2017:HandleAsync|}(\"x\").Result;", "Result")]
    [InlineData("agent.{|OBS2017:HandleAsync|}(\"x\").Wait();", "Wait")]
    [InlineData("agent.{|OBS2017:HandleAsync|}(\"x\").Wait(100);", "Wait")]
    [InlineData("string answer = agent.{|OBS2017:HandleAsync|}(\"x\").GetAwaiter().GetResult();", "GetResult")]
    [InlineData("string answer = agent.{|OBS2017:HandleAsync|}(\"x\").ConfigureAwait(false).GetAwaiter().GetResult();", "GetResult")]
    [InlineData("agent.{|OBS2017:SaveAsync|}().AsTask().Wait();", "Wait")]
    [InlineData("agent.{|OBS2017:SaveAsync|}().GetAwaiter().GetResult();", "GetResult")]
    [InlineData("Task.WaitAll(agent.{|OBS2017:HandleAsync|}(\"x\"));", "WaitAll")]
    [InlineData("Task.WaitAll(new Task[] { agent.{|OBS2017:HandleAsync|}(\"x\") });", "WaitAll")]
    public async Task A_thread_that_is_blocked_is_a_warning(string statement, string by)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        string method = statement.Contains("Save", StringComparison.Ordinal) ? "SaveAsync" : "HandleAsync";
        Assert.Equal([$"'{by}' blocks a thread until '{method}' has ended; await it"], messages);
    }

    [Fact]
    public Task A_synchronous_Main_can_be_made_asynchronous() => Use.VerifyProgramAsync(In("agent.{|OBS2017:HandleAsync|}(\"x\").Wait();") + """

        public static class Program
        {
            public static void Main() => Console.WriteLine(new Agent().{|OBS2017:HandleAsync|}("x").Result);
        }
        """);

    [Theory]
    [InlineData("Task<string> task = agent.HandleAsync(\"x\"); Console.WriteLine(task.IsCompleted ? task.Result : \"\");")]
    [InlineData("string verdict = agent.Judge(\"x\").Result;")]
    [InlineData("Task.WhenAll(agent.HandleAsync(\"x\"), agent.HandleAsync(\"y\")).ContinueWith(all => all.Result.Length);")]
    [InlineData("string answer = agent.PlainAsync().Result;")]
    [InlineData("Task<int> length = agent.HandleAsync(\"x\").ContinueWith(task => task.Result.Length);")]
    [InlineData("Func<Task<string>> later = () => agent.HandleAsync(\"x\");")]
    public Task What_does_not_block_on_an_observed_method_is_fine(string statement) => Use.VerifyAsync(In(statement));

    private static string In(string statement) => $$"""
        public sealed record Verdict(string Result);

        public partial class Agent
        {
            [Observe]
            public partial Task<string> HandleAsync(string text);

            private Task<string> HandleCoreAsync(string text) => Task.FromResult(text);

            [ToolCall]
            public partial ValueTask SaveAsync();

            private ValueTask SaveCoreAsync() => default;

            [Step]
            public partial Verdict Judge(string text);

            private Verdict JudgeCore(string text) => new(text);

            public Task<string> PlainAsync() => Task.FromResult("");
        }

        public class Desk
        {
            public void Work(Agent agent)
            {
                {{statement}}
            }
        }
        """;
}
