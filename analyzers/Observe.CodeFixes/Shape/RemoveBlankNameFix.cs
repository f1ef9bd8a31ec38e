using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1015: leaves out a blank name, so that the method's name is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveBlankNameFix))]
[Shared]
public sealed class RemoveBlankNameFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1015"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        AttributeArgumentSyntax? blank = target.Enclosing<AttributeSyntax>()?.ArgumentList?.Arguments.FirstOrDefault(argument =>
            argument.NameEquals is null or { Name.Identifier.ValueText: "Name" }
            && target.Model.GetConstantValue(argument.Expression, target.CancellationToken).Value is string text
            && string.IsNullOrWhiteSpace(text));
        if (blank is not null)
        {
            Edits edits = target.NewEdits();
            edits.RemoveArgument(blank);
            yield return Propose("Leave out the name", edits);
        }
    }
}
