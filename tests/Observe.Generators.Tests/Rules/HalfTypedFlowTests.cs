using Microsoft.CodeAnalysis;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

/// <summary>Analyzers see code that is half written; none of them may throw.</summary>
public sealed class HalfTypedFlowTests
{
    private const int Step = 67;

    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Observe;
        using Tracing = Observe.Observer;

        await new Desk().HandleAsync("s", "x");
        Observer kept = Tracing.Start(options => options.Policies.ApprovalHandler = new AutoApproveHandler());
        await using Observer again = Observer.Start(options => { });
        _ = kept.DisposeAsync();

        public partial class Desk
        {
            private RunContext? _run;

            [Observe]
            public partial Task<string> HandleAsync(string sessionId, string text, RunContext? run = null);

            private async Task<string> HandleCoreAsync(string sessionId, string text, RunContext? run)
            {
                _run = run;
                _ = Task.Run(() => run?.SetTag("a", "b"));
                Console.CancelKeyPress += (_, _) => run?.SetTag("a", "b");
                new Thread(() => run?.SetTag("a", "b")).Start();
                try
                {
                    using ActiveRun inner = RunContext.Begin("inner");
                    return await CountAsync(1) + RunContext.Current!.Agent;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    return "";
                }
            }

            [Step]
            private partial Task<int> CountAsync(int to);

            private Task<int> CountCoreAsync(int to) => CountCoreAsync(to - 1);

            public Task<int> WorkAsync(string text)
            {
                RunContext.Run("x", async run => { await Task.Yield(); return 1; });
                Func<int, Task<int>> body = this.CountCoreAsync;
                return Task.FromResult(CountAsync(2).Result + CountAsync(3).GetAwaiter().GetResult() + body(1).Result);
            }

            public IEnumerable<Action> Items()
            {
                yield return () => { };
                using (RunContext.Begin("x")) { yield return () => RunContext.Current?.SetTag("a", "b"); }
                RunContext.Current?.SetTag("a", "b");
            }
        }
        """;

    [Fact]
    public async Task Every_beginning_is_survived()
    {
        for (int length = Step; length < Source.Length; length += Step)
        {
            await SurviveAsync(Source[..length]);
        }
    }

    [Fact]
    public async Task Every_hole_is_survived()
    {
        for (int start = 0; start + Step < Source.Length; start += Step)
        {
            await SurviveAsync(Source.Remove(start, Step));
        }
    }

    // The run asserts that no analyzer has thrown.
    private static async Task SurviveAsync(string source)
    {
        IReadOnlyList<Diagnostic> diagnostics = await AnalyzerRun.OfAsync(TestCompilation.Of(("Source.cs", source)));

        Assert.DoesNotContain(diagnostics, static diagnostic => diagnostic.Id == "AD0001");
    }
}
