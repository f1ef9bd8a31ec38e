using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1024: moves a scope attribute from a body to its declaration, which is what is called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveScopeFix))]
[Shared]
public sealed class MoveScopeFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1024"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Enclosing<AttributeSyntax>() is not { Parent.Parent: MethodDeclarationSyntax syntax } scope
            || target.Model.GetDeclaredSymbol(syntax, target.CancellationToken) is not { } body
            || DeclarationOf(body) is not { } declaration
            || declaration.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(target.CancellationToken) is not MethodDeclarationSyntax place)
        {
            yield break;
        }

        Edits edits = target.NewEdits();
        edits.RemoveAttribute(scope);
        if (ScopeAttribute.Of(declaration).Any())
        {
            yield return Propose($"Remove [{scope.Name}]", edits, "Remove");
        }
        else
        {
            SemanticModel there = target.Model.Compilation.GetSemanticModel(place.SyntaxTree);
            edits.AddAttribute(place, place.AttributeLists, edits.TextElsewhere(scope, target.Model, there, place.SpanStart));
            yield return Propose($"Move [{scope.Name}] to '{declaration.Name}'", edits);
        }
    }

    private static IMethodSymbol? DeclarationOf(IMethodSymbol body) => ObservedBody.DeclarationOf(body)
        ?? body.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
            method is { IsPartialDefinition: true, PartialImplementationPart: null } && ScopeNames.CoreOf(method.Name) == body.Name);
}
