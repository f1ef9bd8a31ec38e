using Microsoft.CodeAnalysis;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Field;

/// <summary>Code as users write it is correct, and nobody finds fault with it.</summary>
public sealed class FieldTests
{
    private const int LeastLines = 2000;

    public static TheoryData<string> Products => [.. Product.All.Select(static product => product.Name)];

    [Theory]
    [MemberData(nameof(Products))]
    public void A_product_compiles_without_a_warning(string name) =>
        AssertEmpty(GeneratorRun.Of(Product.Named(name).Compile()).Diagnostics);

    [Theory]
    [MemberData(nameof(Products))]
    public async Task Every_rule_is_silent_about_a_product(string name) =>
        AssertEmpty(await AnalyzerRun.OfAsync(Product.Named(name).Compile()));

    [Fact]
    public void The_products_are_two_thousand_lines_of_code() => Assert.True(Product.All.Sum(static product => product.LinesOfCode) >= LeastLines);

    private static void AssertEmpty(IReadOnlyList<Diagnostic> diagnostics) => Assert.True(diagnostics.Count == 0, string.Join("\n", diagnostics));
}
