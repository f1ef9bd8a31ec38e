using Microsoft.CodeAnalysis;
using Observe.Generators.Rules;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

/// <summary>Every rule has a page, a link to it and a test, all under its id.</summary>
public sealed class RuleBookTests
{
    public static TheoryData<string> Ids => [.. ShapeRules.All.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page(string id)
    {
        string page = File.ReadAllText(Path.Combine(TestFiles.RulePages, id + ".md"));

        Assert.StartsWith($"# {id}: {Find(id).Title}", page, StringComparison.Ordinal);
        Assert.Contains("## Why", page, StringComparison.Ordinal);
        Assert.Contains("## Instead of", page, StringComparison.Ordinal);
        Assert.Contains("## Write", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_links_to_its_page(string id) =>
        Assert.Equal($"https://github.com/observe-dotnet/observe/blob/main/analyzers/Observe.Generators/Rules/{id}.md", Find(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_tests(string id) => Assert.True(File.Exists(Path.Combine(TestFiles.RuleTests, id + "Tests.cs")));

    [Fact]
    public void All_lists_every_descriptor() => Assert.Equal(
        typeof(ShapeRules).GetFields().Select(static field => field.GetValue(null)).OfType<DiagnosticDescriptor>(), ShapeRules.All);

    [Fact]
    public void A_shape_that_cannot_be_observed_is_an_error_everywhere() =>
        Assert.All(ShapeRules.All, static rule => Assert.True(rule is { DefaultSeverity: DiagnosticSeverity.Error, IsEnabledByDefault: true }));

    private static DiagnosticDescriptor Find(string id) => ShapeRules.All.Single(rule => rule.Id == id);
}
