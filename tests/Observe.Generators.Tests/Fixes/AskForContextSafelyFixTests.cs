using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class AskForContextSafelyFixTests
{
    [Theory]
    [InlineData("RunContext.{|OBS2020:Current|}!.SetTag(\"a\", \"b\");", "RunContext.Current?.SetTag(\"a\", \"b\");")]
    [InlineData("Observe.RunContext.{|OBS2020:Current|}!\n            .SetTag(\"a\", \"b\");", "Observe.RunContext.Current\n            ?.SetTag(\"a\", \"b\");")]
    [InlineData("\n#nullable disable\n        RunContext.{|OBS2020:Current|}.SetTag(\"a\", \"b\");\n#nullable restore\n", "\n#nullable disable\n        RunContext.Current?.SetTag(\"a\", \"b\");\n#nullable restore\n")]
    public Task Outside_a_run_nothing_is_asked(string before, string after) => Fix.VerifyAsync<AskForContextSafelyFix>(In(before), In(after));

    [Fact]
    public Task A_value_that_is_used_is_left_to_the_user() => Fix.VerifyNoneAsync<AskForContextSafelyFix>(
        In("Console.WriteLine(RunContext.{|OBS2020:Current|}!.RunId);"));

    private static string In(string statement) => $$"""
        public class Desk
        {
            public void Work()
            {
                {{statement}}
            }
        }
        """;
}
