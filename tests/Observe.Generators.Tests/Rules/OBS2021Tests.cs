using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

public sealed class OBS2021Tests
{
    [Theory]
    [InlineData("RunContext? {|OBS2021:run|} = null")]
    [InlineData("Observe.RunContext? {|OBS2021:run|} = default")]
    public async Task A_context_with_a_default_in_the_declaration_is_a_warning(string parameter)
    {
        IReadOnlyList<string> messages = await Use.VerifyAsync($$"""
            public partial class Desk
            {
                [Step]
                public partial string Route(string text, {{parameter}});

                private string RouteCore(string text, RunContext? run) => run is null ? text : "";
            }
            """);

        Assert.Equal(
            ["Nobody fills 'run': it stays what its default says; take it out of the declaration and ask for it in the body, 'RouteCore'"], messages);
    }

    [Fact]
    public Task A_context_in_the_body_or_given_by_the_caller_is_fine() => Use.VerifyAsync("""
        public partial class Desk
        {
            [Step]
            public partial string Route(string text, int times = 1);

            private string RouteCore(string text, int times, RunContext? run = null) => run is null ? text : "";

            [Step]
            public partial string Look(RunContext run, string text);

            private string LookCore(RunContext run, string text) => text + run.Agent;

            public string Plain(string text, RunContext? run = null) => text + run?.Agent;
        }
        """);
}
