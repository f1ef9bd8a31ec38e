using Microsoft.CodeAnalysis;
using Observe.Generators.Rules;
using Xunit.Abstractions;

namespace Observe.Generators.Tests.Field;

/// <summary>Each mistake that is planted into correct code is found by the rule that is meant for it, and by no other.</summary>
public sealed class PlantedTests(ITestOutputHelper output)
{
    private const int LeastMistakes = 60;

    private static readonly IReadOnlyList<Mistake> s_mistakes = MistakeReader.ReadAll();

    public static TheoryData<string> Mistakes => [.. s_mistakes.Select(static mistake => mistake.ToString())];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_found_by_its_rule_and_by_no_other(string planted)
    {
        Mistake mistake = s_mistakes.Single(mistake => mistake.ToString() == planted);
        PlantedCopy copy = new(mistake.Product);
        Assert.True(copy.TryPlant(mistake), "What an edit changes must stand in the file exactly once.");
        IReadOnlyList<Finding> expected = copy.ExpectedOf(mistake);
        Assert.NotEmpty(expected);
        Assert.All(expected, finding => Assert.Equal(mistake.Rule, finding.Id));

        IReadOnlyList<Diagnostic> diagnostics = await copy.DiagnoseAsync();

        HashSet<Finding> found = [.. PlantedCopy.Findings(diagnostics)];
        Assert.True(found.SetEquals(expected), $"expected {string.Join(", ", expected)}\n{string.Join("\n", diagnostics)}");

        // What the compiler finds by itself is not for our rules to find; a shape that cannot be observed leaves it without a body.
        bool isShape = RuleBook.All.Single(rule => rule.Id == mistake.Rule).Category == "Observe.Shape";
        Assert.True(isShape || found.Count == diagnostics.Count, string.Join("\n", diagnostics));
    }

    [Fact]
    public async Task Mistakes_beside_each_other_are_found_all_the_same()
    {
        MistakeTable table = new();
        foreach (Product product in Product.All)
        {
            PlantedCopy copy = new(product);
            List<Mistake> planted = [.. s_mistakes.Where(mistake => mistake.Product == product && !mistake.IsAlone && copy.TryPlant(mistake))];
            HashSet<Finding> reported = [.. PlantedCopy.Findings(await copy.DiagnoseAsync())];
            foreach (Mistake mistake in planted)
            {
                table.Add(mistake, copy.ExpectedOf(mistake), reported);
            }

            table.AddUnexpected(reported.Except(planted.SelectMany(copy.ExpectedOf)));
        }

        output.WriteLine(table.ToString());
        Assert.True(table.Planted >= LeastMistakes, $"{table.Planted} mistakes stand beside each other");
        Assert.True(table is { Missed: 0, Unexpected: 0 }, table.ToString());
    }

    [Fact]
    public void Every_rule_has_a_planted_mistake() =>
        Assert.Equal(RuleBook.All.Select(static rule => rule.Id), s_mistakes.Select(static mistake => mistake.Rule).Distinct());
}
