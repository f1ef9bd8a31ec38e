using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1023: names the options of a decision: those that its body returns, where all are known, or that anything can be chosen.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareOptionsFix))]
[Shared]
public sealed class DeclareOptionsFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1023"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Enclosing<AttributeSyntax>() is not { Parent.Parent: MethodDeclarationSyntax syntax } attribute
            || target.Model.GetDeclaredSymbol(syntax, target.CancellationToken) is not { } method)
        {
            yield break;
        }

        if (OptionsOf(target, method) is { Count: > 0 } options)
        {
            Edits edits = target.NewEdits();
            edits.AppendArgument(attribute, $"Options = [{string.Join(", ", options.Select(static option => SymbolDisplay.FormatLiteral(option, quote: true)))}]");
            yield return Propose("Name the options that are returned", edits);
        }

        Edits open = target.NewEdits();
        open.AppendArgument(attribute, "Options = []");
        yield return Propose("Anything can be chosen", open, "Open");
    }

    private static List<string>? OptionsOf(FixTarget target, IMethodSymbol declaration)
    {
        IMethodSymbol? body = declaration.ContainingType.GetMembers(ScopeNames.CoreOf(declaration.Name)).OfType<IMethodSymbol>()
            .FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(ObservedBody.DeclarationOf(candidate), declaration));
        if (body?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(target.CancellationToken) is not MethodDeclarationSyntax syntax)
        {
            return null;
        }

        SemanticModel model = target.Model.Compilation.GetSemanticModel(syntax.SyntaxTree);
        return new ReturnedTexts(model, target.CancellationToken).Of(syntax)?.Select(static returned => returned.Text).Distinct().ToList();
    }
}
