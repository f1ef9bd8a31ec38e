using Microsoft.CodeAnalysis;
using Observe.Generators.Rules;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

/// <summary>Every rule has a page, a link to it and a test, all under its id.</summary>
public sealed class RuleBookTests
{
    public static TheoryData<string> Ids => [.. RuleBook.All.Select(static rule => rule.Id)];

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
        typeof(RuleBook).Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(RuleBook).Namespace)
            .SelectMany(static type => type.GetFields())
            .Select(static field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal),
        RuleBook.All);

    [Fact]
    public void An_id_belongs_to_one_rule() => Assert.Equal(RuleBook.All.Count, RuleBook.All.DistinctBy(static rule => rule.Id).Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_says_what_kind_of_rule_it_is(string id) => Assert.Equal(
        id[3] switch { '1' => "Observe.Shape", '2' => "Observe.Use", '3' => "Observe.Privacy", _ => "" }, Find(id).Category);

    [Fact]
    public void Every_rule_of_use_and_privacy_has_an_analyzer() => Assert.Equal(
        RuleBook.All.Except(ShapeRules.All).Select(static rule => rule.Id),
        AnalyzerRun.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_shape_that_cannot_be_observed_is_an_error_everywhere() =>
        Assert.All(ShapeRules.All, static rule => Assert.True(rule is { DefaultSeverity: DiagnosticSeverity.Error, IsEnabledByDefault: true }));

    private static DiagnosticDescriptor Find(string id) => RuleBook.All.Single(rule => rule.Id == id);
}
