using System.Diagnostics;
using Xunit.Abstractions;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>
/// Random legal declarations: what is generated for each compiles without a warning, or exactly one rule says why there is nothing.
/// A failure prints its seed and number; with <c>OBSERVE_FUZZ_SEED</c> the same declarations are made again.
/// </summary>
public sealed class SignatureFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void A_legal_declaration_compiles_or_breaks_one_rule()
    {
        Stopwatch time = Stopwatch.StartNew();
        FuzzCampaign campaign = new(FuzzSize.Seed);

        campaign.Run(FuzzSize.Declarations);

        string report = campaign.Report() + $" in {time.Elapsed.TotalSeconds:F0} s";
        output.WriteLine(report);
        Console.WriteLine(report);
        Assert.True(campaign.Failures.Count == 0, $"{report}\n{string.Join("\n", campaign.Failures)}");
        Assert.True(campaign.Discarded * 100 < campaign.Drawn * 15, report);
    }

    [Fact]
    public void The_same_seed_makes_the_same_declarations()
    {
        FuzzedLanguage language = FuzzedLanguage.Of(0);
        Assert.All(
            Enumerable.Range(0, 50),
            number => Assert.Equal(
                DeclarationMaker.Make(number, Choices.Random(1, number), language).Text,
                DeclarationMaker.Make(number, Choices.Random(1, number), language).Text));
    }
}
