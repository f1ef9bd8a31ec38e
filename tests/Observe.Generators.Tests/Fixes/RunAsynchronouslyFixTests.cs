using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class RunAsynchronouslyFixTests
{
    [Theory]
    [InlineData("RunContext.{|OBS2019:Run|}(\"desk\", async run => { await Task.Yield(); run.SetResult(1); }).Wait();", "RunContext.RunAsync(\"desk\", async run => { await Task.Yield(); run.SetResult(1); }).Wait();")]
    [InlineData("await RunContext.{|OBS2019:Run|}(\"desk\", async run => { await Task.Yield(); run.SetResult(1); });", "await RunContext.RunAsync(\"desk\", async run => { await Task.Yield(); run.SetResult(1); });")]
    [InlineData("Task<int> task = RunContext.{|OBS2019:Run|}(\"desk\", async run => { await Task.Yield(); return 1; }); Console.WriteLine(task);", "Task<int> task = RunContext.RunAsync(\"desk\", async run => { await Task.Yield(); return 1; }); Console.WriteLine(task);")]
    [InlineData("_ = observer.{|OBS2019:Run|}(\"desk\", WorkAsync);", null)]
    public Task The_run_ends_with_its_body(string before, string? after) => after is null
        ? Fix.VerifyNoneAsync<RunAsynchronouslyFix>(In(before))
        : Fix.VerifyAsync<RunAsynchronouslyFix>(In(before), In(after));

    [Fact]
    public Task A_value_task_is_left_to_the_user() => Fix.VerifyNoneAsync<RunAsynchronouslyFix>(
        In("ValueTask<int> task = RunContext.{|OBS2019:Run|}(\"desk\", run => new ValueTask<int>(1)); Console.WriteLine(task);"));

    private static string In(string statement) => $$"""
        public class Desk
        {
            public async Task GoAsync(Observer observer)
            {
                await Task.Yield();
                Console.WriteLine(observer);
                {{statement}}
            }

            private static Task WorkAsync(RunContext run) => Task.FromResult(run);
        }
        """;
}
