using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Observe.CodeFixes;
using Observe.Generators.Rules;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fixes;

/// <summary>Every fixer is known to editors, fixes rules that exist, and has tests; the list of what is fixed is true.</summary>
public sealed class FixableRulesTests
{
    private static readonly ObserveFix[] s_fixers =
    [
        .. typeof(ObserveFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (ObserveFix)Activator.CreateInstance(type)!),
    ];

    private static readonly string[] s_providers =
    [
        .. s_fixers.Select(static fixer => fixer.GetType().Name),
        .. typeof(ObserveFix).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(CodeRefactoringProvider))).Select(static type => type.Name),
    ];

    public static TheoryData<string> Providers => [.. s_providers];

    [Fact]
    public void The_list_names_every_rule_that_is_fixed() => Assert.Equal(
        s_fixers.SelectMany(static fixer => fixer.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal),
        FixableRules.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_that_is_fixed_exists() => Assert.Subset(
        RuleBook.All.Select(static rule => rule.Id).ToHashSet(),
        FixableRules.All.Keys.ToHashSet());

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_provider_has_tests(string provider) => Assert.True(File.Exists(Path.Combine(TestFiles.FixTests, provider + "Tests.cs")));

    [Fact]
    public void Editors_find_every_fixer_under_its_own_name() => Assert.All(s_fixers, static fixer =>
    {
        ExportCodeFixProviderAttribute export = fixer.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!;
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Equal(fixer.GetType().Name, export.Name);
    });

    // Keys begin with the name of their fixer, and those of one fixer are compared wherever it is tested; so no two fixers share one.
    [Fact]
    public void No_two_providers_share_a_name() => Assert.Equal(s_providers, s_providers.Distinct());

    [Fact]
    public void Every_fix_can_be_done_everywhere_at_once() => Assert.All(s_fixers, static fixer => Assert.Equal(
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], fixer.GetFixAllProvider().GetSupportedFixAllScopes()));
}
