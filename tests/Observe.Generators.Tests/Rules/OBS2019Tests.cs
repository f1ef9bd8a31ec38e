using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2019Tests
{
    [Theory]
    [InlineData("RunContext.{|OBS2019:Run|}(\"desk\", async run => { await Task.Yield(); run.SetTag(\"a\", \"b\"); }).Wait();")]
    [InlineData("RunContext.{|OBS2019:Run|}(\"desk\", async (RunContext run) => { await Task.Yield(); return 1; }).Wait();")]
    [InlineData("observer.{|OBS2019:Run|}(\"desk\", async delegate(RunContext run) { await Task.Yield(); }, new RunOptions()).Wait();")]
    [InlineData("Task task = observer.{|OBS2019:Run|}(\"desk\", run => WorkAsync(run)); Console.WriteLine(task);")]
    [InlineData("Task task = RunContext.{|OBS2019:Run|}(\"desk\", WorkAsync); Console.WriteLine(task);")]
    [InlineData("ValueTask<int> task = RunContext.{|OBS2019:Run|}(\"desk\", run => new ValueTask<int>(1)); Console.WriteLine(task);")]
    [InlineData("Action<RunContext> none = _ => { }; RunContext.{|OBS2019:Run|}(body: async run => await WorkAsync(run), agent: \"desk\").Wait();")]
    public async Task An_asynchronous_body_is_a_warning(string statement)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        Assert.Equal(["The body is asynchronous, and 'Run' ends its run where the body waits first; use RunAsync"], messages);
    }

    [Theory]
    [InlineData("RunContext.Run(\"desk\", run => run.SetTag(\"a\", \"b\"));")]
    [InlineData("int number = observer.Run(\"desk\", run => 1, new RunOptions());")]
    [InlineData("Task task = RunContext.RunAsync(\"desk\", async run => { await Task.Yield(); });")]
    [InlineData("Task task = observer.RunAsync(\"desk\", WorkAsync);")]
    [InlineData("Task task = Task.Run(async () => await Task.Yield(), CancellationToken.None);")]
    [InlineData("RunContext.Run(\"desk\", run => { Task task = Task.Run(async () => await Task.Yield()); task.Wait(); });")]
    public Task Synchronous_bodies_and_RunAsync_are_fine(string statement) => Use.VerifyAsync(In(statement));

    private static string In(string statement) => $$"""
        public class Desk
        {
            public void Work(Observer observer)
            {
                {{statement}}
            }

            private static Task WorkAsync(RunContext run) => Task.CompletedTask;
        }
        """;
}
