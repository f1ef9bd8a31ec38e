using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Observe.CodeFixes;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Field;

/// <summary>A mistake in a product is undone by each of the fixes that are offered for it, and nothing else becomes of the product.</summary>
public sealed class PlantedFixTests
{
    private static readonly ObserveFix[] s_fixers =
    [
        .. typeof(ObserveFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (ObserveFix)Activator.CreateInstance(type)!),
    ];

    // What these say takes a decision that only a person can take.
    private static readonly HashSet<string> s_unfixable =
    [
        "OBS1018 Nothing is tried even once",
        "OBS1018 A rate limit without a limit",
        "OBS1018 A negative number of steps",
        "OBS1024 The attribute is on the interface",
        "OBS2016 The body of a decision is called",
        "OBS3001 A header becomes metadata",
        "OBS3005 What is sensitive becomes a tag",
        "OBS3006 The serializer does not know what is sensitive",
    ];

    private static readonly IReadOnlyList<Mistake> s_mistakes =
        [.. MistakeReader.ReadAll().Where(static mistake => FixableRules.All.ContainsKey(mistake.Rule))];

    public static TheoryData<string> Mistakes => [.. s_mistakes.Select(static mistake => mistake.ToString())];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_fix_undoes_a_mistake_and_no_more(string planted)
    {
        Mistake mistake = s_mistakes.Single(mistake => mistake.ToString() == planted);
        PlantedCopy copy = new(mistake.Product);
        Assert.True(copy.TryPlant(mistake));
        bool isFixed = false;
        foreach (ObserveFix fixer in s_fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(mistake.Rule)))
        {
            FixedProject project = await FixedProject.OfAsync(fixer, copy.Compile());
            List<Diagnostic> found = [.. project.Fixable.Where(diagnostic => diagnostic.Id == mistake.Rule)];
            Assert.NotEmpty(found);
            foreach (CodeAction action in await project.ActionsAsync(found[0]))
            {
                isFixed = true;
                IReadOnlyList<Diagnostic> left = await FixedProject.DiagnosticsAsync(await FixedProject.ApplyAsync(action));
                Assert.True(
                    left.Count < found.Count && left.All(diagnostic => diagnostic.Id == mistake.Rule),
                    $"{action.Title}\n{string.Join("\n", left)}");
            }
        }

        Assert.Equal(!s_unfixable.Contains(planted), isFixed);
    }
}
