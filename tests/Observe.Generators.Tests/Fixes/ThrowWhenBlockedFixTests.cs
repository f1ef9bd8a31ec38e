using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class ThrowWhenBlockedFixTests
{
    [Theory]
    [InlineData("run.{|OBS2009:CheckPolicy|}();", "run.CheckPolicy()")]
    [InlineData("_ = run.{|OBS2009:CheckPolicy|}();", "run.CheckPolicy()")]
    [InlineData("RunContext.Current?.{|OBS2009:CheckPolicy|}();", "RunContext.Current?.CheckPolicy()")]
    [InlineData("await run.{|OBS2009:CheckPolicyAsync|}();", "await run.CheckPolicyAsync()")]
    [InlineData("_ = await run.{|OBS2009:CheckPolicyAsync|}(ScopeKind.ToolCall, \"search\");", "await run.CheckPolicyAsync(ScopeKind.ToolCall, \"search\")")]
    [InlineData("await run.{|OBS2009:CheckPolicyAsync|}().ConfigureAwait(false);", "await run.CheckPolicyAsync().ConfigureAwait(false)")]
    [InlineData("_ = run.{|OBS2009:CheckPolicyAsync|}();", "await run.CheckPolicyAsync()")]
    public Task An_answer_that_blocks_stops_the_method(string before, string check) => Fix.VerifyAsync<ThrowWhenBlockedFix>(
        In($"{before} // before"),
        In($"if ({check} is {{ Blocked: true }} answer)\n        {{\n            throw new PolicyViolationException(answer);\n        }} // before"));

    [Fact]
    public Task A_name_that_is_taken_is_not_taken_again() => Fix.VerifyAsync<ThrowWhenBlockedFix>(
        In("int answer = 1;\n        run.{|OBS2009:CheckPolicy|}();\n        Console.WriteLine(answer);"),
        In("int answer = 1;\n        if (run.CheckPolicy() is { Blocked: true } answer2)\n        {\n            throw new PolicyViolationException(answer2);\n        }\n        Console.WriteLine(answer);"));

    [Fact]
    public Task An_else_stays_with_its_if() => Fix.VerifyAsync<ThrowWhenBlockedFix>(
        In("if (run.Agent.Length > 1)\n            run.{|OBS2009:CheckPolicy|}();\n        else if (run.Agent.Length > 2) _ = 1;\n        else _ = 2;"),
        In("if (run.Agent.Length > 1)\n        {\n            if (run.CheckPolicy() is { Blocked: true } answer)\n            {\n"
            + "                throw new PolicyViolationException(answer);\n            }\n        }\n        else if (run.Agent.Length > 2) _ = 1;\n        else _ = 2;"));

    [Fact]
    public Task Two_answers_in_one_method_have_two_names() => Fix.VerifyAllAsync<ThrowWhenBlockedFix>(
        [In("run.{|OBS2009:CheckPolicy|}();\n        run.{|OBS2009:CheckPolicy|}();")],
        [
            In("if (run.CheckPolicy() is { Blocked: true } answer)\n        {\n            throw new PolicyViolationException(answer);\n        }\n"
                + "        if (run.CheckPolicy() is { Blocked: true } answer2)\n        {\n            throw new PolicyViolationException(answer2);\n        }"),
        ]);

    [Fact]
    public Task A_comment_between_an_if_and_its_statement_is_left_to_the_user() => Fix.VerifyNoneAsync<ThrowWhenBlockedFix>(
        In("if (run.Agent.Length > 1) /* why */ run.{|OBS2009:CheckPolicy|}();"));

    private static string In(string statement) => $$"""
        public class Desk
        {
            public async Task WorkAsync(RunContext run)
            {
                await Task.Yield();
                {{statement}}
            }
        }
        """;
}
