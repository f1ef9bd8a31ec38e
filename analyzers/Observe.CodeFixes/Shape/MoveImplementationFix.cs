using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Observe.CodeFixes.Editing;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1010: makes the implementing part that the user wrote the body, so that the compiler can write its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveImplementationFix))]
[Shared]
public sealed class MoveImplementationFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1010"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        if (target.Token.Parent is MethodDeclarationSyntax syntax
            && target.Model.GetDeclaredSymbol(syntax, target.CancellationToken) is { } method
            && BodySplit.IsPossible(target.Model, syntax, method))
        {
            Edits edits = target.NewEdits();
            SyntaxReference? declaration = method.PartialDefinitionPart?.DeclaringSyntaxReferences.FirstOrDefault();
            if (declaration?.GetSyntax(target.CancellationToken) is MethodDeclarationSyntax declared)
            {
                edits.Replace(syntax.SyntaxTree, HeadOf(syntax), BodySignature.Of(target.Model, syntax, method).TrimStart());
                MoveAttributes(edits, target.Model, syntax, declared);
            }
            else
            {
                edits.MakePartial(syntax);
                edits.Part(target.Model, syntax, method);
            }

            yield return Propose($"Make it '{ScopeNames.CoreOf(method.Name)}'", edits);
        }
    }

    private static TextSpan HeadOf(MethodDeclarationSyntax syntax)
    {
        int end = syntax.ConstraintClauses.Count == 0 ? syntax.ParameterList.Span.End : syntax.ConstraintClauses.Last().Span.End;
        return TextSpan.FromBounds(syntax.SpanStart, end);
    }

    private static void MoveAttributes(Edits edits, SemanticModel model, MethodDeclarationSyntax from, MethodDeclarationSyntax to)
    {
        SemanticModel there = model.Compilation.GetSemanticModel(to.SyntaxTree);
        string indentation = Layout.IndentationOf(to);
        string text = "";
        foreach (AttributeSyntax attribute in from.AttributeLists.SelectMany(static list => list.Attributes))
        {
            if (!AttributePlaces.BelongsToBody(attribute, model))
            {
                string target = ((AttributeListSyntax)attribute.Parent!).Target is { } given ? $"{given} " : "";
                text += $"[{target}{edits.TextElsewhere(attribute, model, there, to.SpanStart)}]\n{indentation}";
            }
        }

        if (text.Length > 0)
        {
            edits.Insert(to.SyntaxTree, to.SpanStart, text);
        }

        IEnumerable<(ParameterSyntax From, ParameterSyntax To)> pairs = from.ParameterList.Parameters.Zip(
            to.ParameterList.Parameters, static (one, other) => (one, other));
        foreach ((ParameterSyntax source, ParameterSyntax target) in pairs)
        {
            foreach (AttributeSyntax attribute in source.AttributeLists.SelectMany(static list => list.Attributes))
            {
                if (!AttributePlaces.BelongsToBody(attribute, model))
                {
                    edits.Insert(target.SyntaxTree, target.SpanStart, $"[{edits.TextElsewhere(attribute, model, there, target.SpanStart)}] ");
                }
            }
        }
    }
}
