using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2009Tests
{
    [Theory]
    [InlineData("run.{|OBS2009:CheckPolicy|}();")]
    [InlineData("_ = run.{|OBS2009:CheckPolicy|}();")]
    [InlineData("await run.{|OBS2009:CheckPolicyAsync|}();")]
    [InlineData("_ = await run.{|OBS2009:CheckPolicyAsync|}(ScopeKind.ToolCall, \"search\");")]
    [InlineData("await run.{|OBS2009:CheckPolicyAsync|}().ConfigureAwait(false);")]
    [InlineData("RunContext.Current?.{|OBS2009:CheckPolicy|}();")]
    public async Task An_answer_that_nobody_looks_at_is_a_warning(string statement)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync(In(statement));

        string method = statement.Contains("Async", StringComparison.Ordinal) ? "CheckPolicyAsync" : "CheckPolicy";
        Assert.Equal([$"The answer of '{method}' is not looked at, so nothing is stopped; test Allowed or Blocked"], messages);
    }

    [Theory]
    [InlineData("if (run.CheckPolicy().Blocked) { return; }")]
    [InlineData("PolicyResult answer = await run.CheckPolicyAsync(); Console.WriteLine(answer.Reason);")]
    [InlineData("bool goesOn = RunContext.Current?.CheckPolicy() is not { Blocked: true }; Console.WriteLine(goesOn);")]
    [InlineData("ValueTask<PolicyResult> later = run.CheckPolicyAsync(); Console.WriteLine((await later).Allowed);")]
    [InlineData("Show(run.CheckPolicy());")]
    public Task An_answer_that_goes_somewhere_is_fine(string statement) => Use.VerifyAsync(In(statement));

    [Fact]
    public Task A_method_of_the_same_name_elsewhere_is_fine() => Use.VerifyAsync("""
        public class Desk
        {
            public int CheckPolicy() => 1;

            public void Work() => CheckPolicy();
        }
        """);

    private static string In(string statement) => $$"""
        public class Desk
        {
            public async Task WorkAsync(RunContext run)
            {
                await Task.Yield();
                {{statement}}
            }

            private static void Show(PolicyResult answer) => Console.WriteLine(answer.Reason);
        }
        """;
}
