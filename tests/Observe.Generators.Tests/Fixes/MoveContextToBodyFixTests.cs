using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class MoveContextToBodyFixTests
{
    [Theory]
    [InlineData("RunContext? {|OBS2021:run|} = null", "RunContext? run", "")]
    [InlineData("int a, RunContext? {|OBS2021:run|} = null", "int a, RunContext? run", "int a")]
    [InlineData("RunContext? {|OBS2021:run|} = null, int a = 1", "RunContext? run, int a", "int a = 1")]
    public Task Only_the_body_asks_for_the_context(string before, string body, string after) =>
        Fix.VerifyAsync<MoveContextToBodyFix>(In(before, body), In(after, body));

    private static string In(string declaration, string body) => $$"""
        public partial class Agent
        {
            [Observe]
            public partial Task WorkAsync({{declaration}});

            private Task WorkCoreAsync({{body}}) => Task.FromResult(run);
        }
        """;
}
