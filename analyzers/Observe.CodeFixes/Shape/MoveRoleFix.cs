using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1025: moves a role from a body's parameter to that of its declaration, where it is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveRoleFix))]
[Shared]
public sealed class MoveRoleFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1025"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Enclosing<AttributeSyntax>() is not { Parent.Parent: ParameterSyntax parameter } role
            || target.Model.GetDeclaredSymbol(parameter, target.CancellationToken) is not { ContainingSymbol: IMethodSymbol body }
            || ObservedBody.DeclarationOf(body) is not { } declaration
            || declaration.Parameters.FirstOrDefault(declared => declared.Name == parameter.Identifier.ValueText) is not { } declared
            || declared.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(target.CancellationToken) is not ParameterSyntax place)
        {
            yield break;
        }

        Edits edits = target.NewEdits();
        edits.RemoveAttribute(role);
        SemanticModel there = target.Model.Compilation.GetSemanticModel(place.SyntaxTree);
        edits.AddAttribute(place, place.AttributeLists, edits.TextElsewhere(role, target.Model, there, place.SpanStart));
        yield return Propose($"Move [{role.Name}] to '{declaration.Name}'", edits);
    }
}
