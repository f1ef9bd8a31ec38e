using BenchmarkDotNet.Attributes;
using Observe.Models;

namespace Observe.Benchmarks;

/// <summary>What does it cost to find a model and to estimate a call? A name that was asked for before is remembered.</summary>
public class CatalogueLookup
{
    private const int Calls = 100;

    private static readonly DateTimeOffset s_at = new(2026, 8, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly TokenUsage s_usage = TokenUsage.OpenAI(2000, 500, cachedInputTokens: 1024);

    private readonly ModelCatalogue _catalogue = ModelCatalogue.Default;
    private readonly string[] _versions = [.. Enumerable.Range(0, Calls).Select(static i => $"gpt-4o-2031-{(i / 28) + 1:00}-{(i % 28) + 1:00}")];

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls, Description = "found before, by its name")]
    public int ExactName() => Find("gpt-4o");

    [Benchmark(OperationsPerInvoke = Calls, Description = "found before, by provider and version")]
    public int Version() => Find("openai/gpt-4o-2031-01-01");

    [Benchmark(OperationsPerInvoke = Calls, Description = "found before, Bedrock, with provider")]
    public int Bedrock() => Find("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "aws.bedrock");

    [Benchmark(OperationsPerInvoke = Calls, Description = "known to be unknown")]
    public int Unknown() => Find("no-such-model");

    [Benchmark(OperationsPerInvoke = Calls, Description = "one of 100 versions found before")]
    public int ManyNames()
    {
        int found = 0;
        foreach (string version in _versions)
        {
            found += _catalogue.Find(version) is null ? 0 : 1;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Calls, Description = "search in the built-in names, by name")]
    public int SearchName()
    {
        int found = 0;
        for (int i = 0; i < Calls; i++)
        {
            found += CatalogueNames.TryFind("gpt-4o"u8, CatalogueNames.AnyProvider, out _) ? 1 : 0;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Calls, Description = "first time, by version, with its prices read")]
    public int FirstTime()
    {
        int found = 0;
        for (int i = 0; i < Calls; i++)
        {
            found += NameMatching.Find("gpt-4o-2031-01-01"u8, CatalogueNames.AnyProvider) is null ? 0 : 1;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Calls, Description = "estimate")]
    public decimal Estimate() => Estimate("gpt-4o");

    [Benchmark(OperationsPerInvoke = Calls, Description = "estimate, dated prices with tiers")]
    public decimal EstimateDated() => Estimate("gpt-5.6-luna");

    private int Find(string model, string? provider = null)
    {
        int found = 0;
        for (int i = 0; i < Calls; i++)
        {
            found += _catalogue.Find(model, provider) is null ? 0 : 1;
        }

        return found;
    }

    private decimal Estimate(string model)
    {
        decimal last = 0;
        for (int i = 0; i < Calls; i++)
        {
            last = _catalogue.Estimate(model, s_usage, s_at)!.Value.Usd;
        }

        return last;
    }
}
