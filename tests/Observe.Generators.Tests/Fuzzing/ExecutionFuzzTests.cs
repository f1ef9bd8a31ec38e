using System.Globalization;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>
/// Random declarations that are called, observed and not: a caller sees the same results, exceptions and where they came from, the same
/// values behind references, side effects, order of disposal, laziness, flow of ambient values and state of tasks.
/// </summary>
public sealed class ExecutionFuzzTests(ITestOutputHelper output)
{
    private const int MostFailures = 8;

    private readonly List<string> _failures = [];
    private int _executed;

    [Fact]
    public async Task An_observed_method_behaves_as_its_body()
    {
        FuzzCampaign campaign = new(FuzzSize.Seed + 1) { IsExecuted = true };
        for (int batch = 0; _executed < FuzzSize.Executed && _failures.Count < MostFailures; batch++)
        {
            await CompareAsync(Sound(campaign.Legal(batch)));
        }

        string report = string.Create(CultureInfo.InvariantCulture, $"seed {FuzzSize.Seed + 1}: {_executed} executed, of {campaign.Drawn} drawn");
        output.WriteLine(report);
        Console.WriteLine(report);
        Assert.True(_failures.Count == 0, $"{report}\n{string.Join("\n", _failures)}");
    }

    // What does not compile is the matter of another test.
    private static FuzzBatch Sound(FuzzBatch batch)
    {
        ILookup<int, Diagnostic> problems = batch.OfObserved();
        return new FuzzBatch(batch.Language, [.. batch.Declarations.Where(declaration => declaration.Entry is not null && !problems[declaration.Number].Any())]);
    }

    private async Task CompareAsync(FuzzBatch batch)
    {
        using LoadedBatch twins = new(batch.Twin());
        using LoadedBatch observed = LoadedBatch.Observed(batch);
        Dictionary<int, string> expected = [];
        foreach (FuzzedDeclaration declaration in batch.Declarations)
        {
            expected[declaration.Number] = await twins.RunAsync(declaration);
            Compare(declaration, expected[declaration.Number], await observed.RunAsync(declaration), "without an observer");
        }

        InMemoryExporter exporter = new();
        await using Observer observer = Observer.Create(options => options.Exporters.Add(exporter));
        using IDisposable activation = observer.Activate();
        foreach (FuzzedDeclaration declaration in batch.Declarations)
        {
            string actual = "";
            await observer.RunAsync("fuzz", async _ => actual = await observed.RunAsync(declaration));
            Compare(declaration, expected[declaration.Number], actual, "inside a run");
            _executed++;
        }

        await observer.FlushAsync(TimeSpan.FromSeconds(30));
        Assert.True(exporter.Runs.Count >= batch.Declarations.Count, $"{exporter.Runs.Count} runs of {batch.Declarations.Count}");
    }

    private void Compare(FuzzedDeclaration declaration, string expected, string actual, string where)
    {
        if (actual != expected && _failures.Count < MostFailures)
        {
            _failures.Add($"==== number {declaration.Number} {where}\n-- body alone\n{expected}\n-- observed\n{actual}\n{declaration.Text}");
        }
    }
}
