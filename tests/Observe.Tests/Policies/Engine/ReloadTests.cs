using Observe.CompilerServices;
using Observe.Tests.Policies.Files;

namespace Observe.Tests.Policies.Engine;

/// <summary>Policies that change while runs go on.</summary>
public class ReloadTests
{
    private static readonly ScopeDescriptor s_tool = new(ScopeKind.ToolCall, "reloaded tool");

    [Fact]
    public async Task A_run_with_policies_to_come_asks_them_from_the_moment_they_are_there()
    {
        using TemporaryFile file = new("[]");
        await using TestObserver test = new(options => options.Policies.AddFile(
            file.FullPath, new PolicyFileOptions { PollInterval = TimeSpan.FromMilliseconds(10), SettleTime = TimeSpan.FromMilliseconds(1) }));
        await test.Observer.RunAsync("agent", async _ =>
        {
            Assert.Equal("x", await EngineCall.Async(s_tool, "x", Task.FromResult));
            file.Write("""[ { "name": "tools", "category": "tool-allowlist", "rules": { "allowed_tools": ["other"] } } ]""");
            while (await Record.ExceptionAsync(() => EngineCall.Async(s_tool, "x", Task.FromResult)) is not PolicyViolationException)
            {
                await Task.Yield();
            }
        });
        RunTrace run = Assert.Single(await test.RunsAsync());
        Assert.Equal((Outcome.Ok, Outcome.Blocked), (run.Scopes[0].Outcome, run.Scopes[^1].Outcome));
    }
}
