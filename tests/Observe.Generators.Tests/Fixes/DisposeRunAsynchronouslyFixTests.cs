using Observe.CodeFixes.Use;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

public sealed class DisposeRunAsynchronouslyFixTests
{
    [Fact]
    public Task Runs_are_disposed_asynchronously_everywhere_at_once() => Fix.VerifyAllAsync<DisposeRunAsynchronouslyFix>(
        [In("{|OBS2012:using|} ActiveRun run", "/* in */ {|OBS2012:using|} (")], [In("await using ActiveRun run", "/* in */ await using (")]);

    private static string In(string local, string block) => $$"""
        public class Desk
        {
            public async Task WorkAsync()
            {
                {{local}} = RunContext.Begin("desk");
                run.Context.SetResult("done");
                await Task.Yield();
                {{block}}RunContext.Begin("inner"))
                {
                    await Task.Yield();
                }
            }
        }
        """;
}
