using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1018: removes blank names from a list of an attribute, and those that it has twice.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSenselessNamesFix))]
[Shared]
public sealed class RemoveSenselessNamesFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1018"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        Edits edits = target.NewEdits();
        foreach (IReadOnlyList<ExpressionSyntax> names in ListsOf(target.Enclosing<AttributeSyntax>()))
        {
            HashSet<string> seen = [];
            List<ExpressionSyntax> kept = [.. names.Where(name =>
                target.Model.GetConstantValue(name, target.CancellationToken) is not { HasValue: true, Value: null or string } constant
                || (constant.Value is string text && !string.IsNullOrWhiteSpace(text) && seen.Add(text)))];
            if (kept.Count > 0 && kept.Count < names.Count)
            {
                edits.KeepElements(names, kept);
            }
        }

        yield return Propose("Remove blank and repeated names", edits);
    }

    private static IEnumerable<IReadOnlyList<ExpressionSyntax>> ListsOf(AttributeSyntax? attribute)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute?.ArgumentList?.Arguments ?? default;
        List<ExpressionSyntax> positional =
        [
            .. arguments.Where(static argument => argument.NameEquals is null).Select(static argument => argument.Expression),
        ];
        if (positional.Count > 1)
        {
            yield return positional;
        }

        foreach (AttributeArgumentSyntax argument in arguments)
        {
            if (ConstantTexts.Elements(argument.Expression) is { Count: > 1 } elements)
            {
                yield return elements;
            }
        }
    }
}
