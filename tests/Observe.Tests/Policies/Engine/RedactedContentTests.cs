using Observe.CompilerServices;

namespace Observe.Tests.Policies.Engine;

/// <summary>The text that a policy puts in place of the only one there is.</summary>
public class RedactedContentTests
{
    private static readonly ScopeDescriptor s_tool = new(ScopeKind.ToolCall, "reading tool");

    public static TheoryData<string> Texts => ["short", "", new string('x', 100_000), "half \uD83D a pair", new string('é', 30_000) + "\uD83D"];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task It_takes_the_place_of_any_text_however_long_or_broken(string text)
    {
        await using TestObserver test = new(options => options.Policies.Add(
            new AnswerPolicy("rewrites", PolicyPoints.BeforeToolCall, _ => PolicyResult.Redact("not as it is", "[removed]"))));
        await test.Observer.RunAsync("agent", async _ =>
        {
            Assert.Equal("[removed]", EngineCall.Sync(s_tool, text, seen => seen, write: null));
            Assert.Equal("[removed]", await EngineCall.Async(s_tool, text, Task.FromResult));
        });
    }
}
