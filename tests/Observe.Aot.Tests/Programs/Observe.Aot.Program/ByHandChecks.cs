using System.Text.Json.Serialization;

namespace Observe.Aot.Checks;

/// <summary>What is recorded without attributes.</summary>
internal static partial class ByHandChecks
{
    public static async Task RunAsync(Checks checks)
    {
        IReadOnlyList<RunTrace> runs = await Recorded.RunsOfAsync(observer => observer.RunAsync("importer", Import, new RunOptions { UserId = "u-1" }));
        RunTrace run = runs[0];

        checks.Equal("by hand: user", "u-1", run.UserId);
        checks.Equal("by hand: result", """{"Sku":"pen","Quantity":2}""", run.Result);
        checks.Equal("by hand: metadata", """{"rows":120,"files":["june.csv"],"done":true}""", run.Metadata[0].Value);
        checks.Equal("by hand: step", "Step parse \"120 rows\"", Describe(run.Scopes[0]));
        checks.Equal("by hand: tool call", "ToolCall crm.lookup \"found\" database", $"{Describe(run.Scopes[1])} {run.Scopes[1].ToolType}");
        checks.Equal("by hand: failed tool call", "Error", $"{run.Scopes[2].Outcome}");
        checks.Equal("by hand: decision", "Decision merge \"skip\" merge|skip", $"{Describe(run.Scopes[3])} {string.Join('|', run.Scopes[3].Options)}");
        checks.Equal("outside a run: no context", null, RunContext.Current?.Agent);
    }

    private static Task Import(RunContext run)
    {
        run.SetMetadata("batch", CapturedValue.Map(("rows", 120), ("files", CapturedValue.List("june.csv")), ("done", true)));
        run.RecordStep("parse", output: "120 rows", duration: TimeSpan.FromMilliseconds(12));
        run.RecordToolCall("crm.lookup", input: "c-9", output: "found", toolType: ToolTypes.Database);
        run.RecordToolCall("crm.write", error: "read only");
        run.RecordDecision("merge", ["merge", "skip"], chosen: "skip", reasoning: "same address", confidence: 0.8);
        run.SetResult(CapturedValue.From(new Product("pen", 2), ProductJson.Default.Product));
        return Task.CompletedTask;
    }

    private static string Describe(ScopeTrace scope) => $"{scope.Kind} {scope.Name} {scope.Result}";

    internal sealed record Product(string Sku, int Quantity);

    [JsonSerializable(typeof(Product))]
    internal sealed partial class ProductJson : JsonSerializerContext;
}
