using System.Text;
using Microsoft.CodeAnalysis;
using Observe.CodeFixes;
using Observe.Generators.Rules;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

/// <summary>The page of all rules says of each what the code says.</summary>
public sealed class RulePageTests
{
    private const string Begin = "<!-- rules -->\n";
    private const string End = "<!-- end of rules -->\n";

    [Fact]
    public void The_page_of_all_rules_lists_each_with_its_severity_and_its_fix()
    {
        string path = Path.Combine(TestFiles.RulePages, "README.md");
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        string expected = string.Concat(page.AsSpan(0, begin), Tables(), page.AsSpan(end));
        if (TestFiles.AcceptsOutputs)
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.Equal(expected, page);
    }

    [Fact]
    public void The_first_page_of_all_says_how_many_rules_there_are() =>
        Assert.Contains($"[{RuleBook.All.Count} rules](", File.ReadAllText(TestFiles.Readme), StringComparison.Ordinal);

    [Fact]
    public void The_page_of_all_rules_says_how_many_only_inform()
    {
        Assert.Contains("four of them only inform", File.ReadAllText(Path.Combine(TestFiles.RulePages, "README.md")), StringComparison.Ordinal);
        Assert.Equal(4, RuleBook.All.Count(static rule => rule.DefaultSeverity == DiagnosticSeverity.Info));
    }

    private static string Tables()
    {
        StringBuilder text = new();
        foreach (IGrouping<string, DiagnosticDescriptor> kind in RuleBook.All.GroupBy(static rule => rule.Category))
        {
            text.Append("\n## ").Append(Heading(kind.Key)).Append("\n\n| id | how it should be | severity | fix |\n|---|---|---|---|\n");
            foreach (DiagnosticDescriptor rule in kind)
            {
                string fix = FixableRules.All.GetValueOrDefault(rule.Id, "");
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity} | {fix} |\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Heading(string category) => category switch
    {
        "Observe.Shape" => "Shape: what cannot be observed",
        "Observe.Use" => "Use: what is recorded wrongly, or not at all",
        _ => "Privacy: what should stay secret",
    };
}
