using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Rules;
using Observe.Generators.Tests.Rules.Pages;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

/// <summary>The page of a rule tells the truth: what it says to avoid is reported by that rule alone, and what it says to write by none.</summary>
public sealed class PageExampleTests
{
    // What the compiler itself says of a method for which the generator cannot write the implementing part.
    private static readonly HashSet<string> s_unwritten = ["CS0751", "CS8795"];

    public static TheoryData<string> Ids => [.. RuleBook.All.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_a_page_says_to_avoid_is_reported_by_its_rule_alone(string id)
    {
        PageExample[] examples = [.. PageExample.Of(id).Where(static example => example.IsToBeAvoided)];

        Assert.NotEmpty(examples);
        foreach (PageExample example in examples)
        {
            IReadOnlyList<Diagnostic> shown = await ShownAsync(example);
            Assert.True(shown.Any(diagnostic => diagnostic.Id == id), $"{id}.md, line {example.Line} is not reported");
            Assert.Equal("", Lines(example, shown.Where(diagnostic => diagnostic.Id != id && !IsForWantOfCode(diagnostic, id))));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_a_page_says_to_write_is_silent(string id)
    {
        PageExample[] examples = [.. PageExample.Of(id).Where(static example => !example.IsToBeAvoided)];

        Assert.Contains(examples, static example => example.Section == "Write");
        foreach (PageExample example in examples)
        {
            Assert.Equal("", Lines(example, await ShownAsync(example)));
        }
    }

    // Rules that only inform speak of whole projects, which an example seldom is: they count on their own page.
    private static async Task<IReadOnlyList<Diagnostic>> ShownAsync(PageExample example)
    {
        CSharpCompilation compilation = PageCompilation.Of(example);
        return
        [
            .. (await AnalyzerRun.OfAsync(compilation))
                .Where(diagnostic => diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning || diagnostic.Id == example.Id),
        ];
    }

    private static bool IsForWantOfCode(Diagnostic diagnostic, string id) =>
        id.StartsWith("OBS1", StringComparison.Ordinal) && s_unwritten.Contains(diagnostic.Id);

    private static string Lines(PageExample example, IEnumerable<Diagnostic> shown) =>
        string.Join('\n', shown.Select(diagnostic => $"{example.Id}.md, line {example.Line}: {diagnostic}"));
}
