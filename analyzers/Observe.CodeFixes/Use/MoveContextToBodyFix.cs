using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2021: takes a context that nobody fills out of the declaration; the body, which has it too, is given the run's.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveContextToBodyFix))]
[Shared]
public sealed class MoveContextToBodyFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2021"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Token.Parent is ParameterSyntax { Parent: ParameterListSyntax list } parameter)
        {
            Edits edits = target.NewEdits();
            edits.RemoveElement(list.Parameters, parameter);
            yield return Propose($"Leave '{parameter.Identifier.ValueText}' to the body", edits);
        }
    }
}
