using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1001, OBS1002: makes an observed method and the types around it partial; a body becomes a method of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
[Shared]
public sealed class MakePartialFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1001", "OBS1002"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        Edits edits = target.NewEdits();
        if (target.Token.Parent is TypeDeclarationSyntax type)
        {
            edits.MakePartial(type);
            yield return Propose($"Make '{type.Identifier.ValueText}' partial", edits);
        }
        else if (target.Token.Parent is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax owner } syntax
            && target.Model.GetDeclaredSymbol(syntax, target.CancellationToken) is { } method)
        {
            if (BodySplit.IsPossible(target.Model, syntax, method))
            {
                edits.MakePartial(syntax);
                edits.Part(target.Model, syntax, method);
                edits.MakePartial(owner);
                yield return Propose($"Make '{method.Name}' partial, its body '{ScopeNames.CoreOf(method.Name)}'", edits);
            }
            else if (!BodySplit.HasBody(syntax) && owner is not InterfaceDeclarationSyntax && !IsOpen(syntax) && !PartialEdits.IsInFileType(syntax))
            {
                edits.MakePartial(syntax);
                edits.MakePartial(owner);
                yield return Propose($"Make '{method.Name}' partial", edits);
            }
        }
    }

    private static bool IsOpen(MethodDeclarationSyntax syntax) =>
        syntax.Modifiers.Any(SyntaxKind.AbstractKeyword) || syntax.Modifiers.Any(SyntaxKind.ExternKeyword);
}
