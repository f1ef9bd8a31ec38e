using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1004: gives a body the signature of its declaration. The context that it asks for, and what it wraps its result in, stay.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectBodySignatureFix))]
[Shared]
public sealed class CorrectBodySignatureFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1004"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Token.Parent is MethodDeclarationSyntax syntax
            && !syntax.ParameterList.ContainsDirectives
            && target.Model.GetDeclaredSymbol(syntax, target.CancellationToken) is { } core
            && DeclarationOf(target, core) is { } declaration)
        {
            Edits edits = target.NewEdits();
            BodyCorrection correction = new(edits, target.Model, syntax, core, declaration);
            if (correction.TryCorrect())
            {
                yield return Propose($"Give '{core.Name}' the signature of '{declaration.Name}'", edits);
            }
        }
    }

    // Of overloads, the one whose comparison with this body says what the diagnostic says.
    private static IMethodSymbol? DeclarationOf(FixTarget target, IMethodSymbol core)
    {
        string message = target.Diagnostic.GetMessage();
        foreach (IMethodSymbol declaration in core.ContainingType.GetMembers().OfType<IMethodSymbol>())
        {
            List<ScopeAttribute> scopes = [.. ScopeAttribute.Of(declaration)];
            if (scopes.Count > 0
                && ScopeNames.CoreOf(declaration.Name) == core.Name
                && declaration.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(target.CancellationToken) is MethodDeclarationSyntax syntax)
            {
                RuleSink rules = new();
                CoreFinder.Find(
                    target.Model.Compilation, declaration, syntax, ReturnType.Of(declaration).Shape,
                    BodyWrappers.AllowedIn(ScopeAttribute.Leading(scopes).Kind), rules);
                if (rules.ToImmutable().Any(diagnostic =>
                    diagnostic.GetMessage() == message && diagnostic.Location.SourceSpan == target.Diagnostic.Location.SourceSpan))
                {
                    return declaration;
                }
            }
        }

        return null;
    }
}
