using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>An editor runs every analyzer on code that is half written; nothing of what is recorded by hand may crash one.</summary>
public sealed class HalfTypedRecordingTests
{
    private const int Step = 29;

    private const string Source = """
        using System;
        using System.Threading.Tasks;
        using Observe;

        Observer observer = Observer.Create(options => { });
        string answer = "";
        await observer.RunAsync("desk", async run =>
        {
            run.RecordUserMessage("hi");
            run.SetTag("a b", null);
            run.RecordStep(string.Empty, output: 1);
            run.RecordToolCall(name: "search", input: await new Desk().SearchAsync("x"));
            run.RecordDecision("route", ["a", .. new[] { "b" }], chosen: "c", confidence: -95);
            run.RecordDecision("route", new string[] { "a", "a" }, "c");
            run.RecordScore("good", "true"); run.RecordScore("good", (0.5).ToString());
            run.RecordRetry(0, "late", maxAttempts: 0);
            run.RecordLlmCall(new LlmCall("m") { CostUsd = -1, Usage = new(-1, 2) });
            if (run.CheckPolicy(ScopeKind.ToolCall, "").Blocked) { answer = "no"; }
            answer = await Task.FromResult("yes");
        }, new RunOptions { Inputs = "hi" });
        using (ActiveRun active = RunContext.Begin("desk")) { active.Context?.RecordReasoning("a", "b"); }
        await using ActiveRun other = RunContext.Begin(agent: "");

        public partial class Desk
        {
            [ToolCall("search")] public partial Task<string> SearchAsync(string query);
            private async Task<string> SearchCoreAsync(string query, RunContext run) { run.RecordToolCall("search"); return query; }
            [ToolCall("search")] public partial int Find(int x);
            private int FindCore(int x) => x;
            [Decision("route", Options = ["a", "b"])] public partial string Route(int x);
            private Decision<string> RouteCore(int x) => x switch { 1 => new("a", "so", 5), 2 => new Decision<string>(chosen: "c"), _ => throw new Exception() };
            [LlmCall, Retry(FallbackTo = "FindCore")] public partial string Ask(string prompt);
            private string AskCore(string prompt, RunContext run) { run.RecordLlmCall(new("m")); return prompt; }
            [Observe("desk")] public partial string Answer([Tag("a b"), Metadata("")] string q);
            private string AnswerCore(string q) => q;
        }

        public partial class Desk2 { [Observe("desk")] public partial int Answer(); private int AnswerCore() => 1; }
        """;

    [Fact]
    public async Task Every_beginning_is_survived()
    {
        for (int length = 0; length < Source.Length; length += Step)
        {
            await AnalyzerRun.OfAsync(TestCompilation.Of(("Source.cs", Source[..length])));
        }
    }

    [Fact]
    public async Task Every_hole_is_survived()
    {
        for (int start = 0; start + Step < Source.Length; start += Step)
        {
            await AnalyzerRun.OfAsync(TestCompilation.Of(("Source.cs", Source.Remove(start, Step))));
        }
    }
}
