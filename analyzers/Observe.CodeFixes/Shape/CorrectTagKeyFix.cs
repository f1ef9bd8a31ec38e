using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Shape;

/// <summary>OBS1009, OBS2006: replaces a tag key by the nearest one that is allowed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectTagKeyFix))]
[Shared]
public sealed class CorrectTagKeyFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS1009", "OBS2006"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        Edits edits = target.NewEdits();
        AttributeSyntax? attribute = target.Enclosing<AttributeSyntax>();
        if (attribute is not { ArgumentList.Arguments.Count: > 0 } && attribute?.Parent?.Parent is ParameterSyntax parameter)
        {
            // The parameter's name is the key; another one has to be given.
            if (TagKeys.Corrected(parameter.Identifier.ValueText) is { } key)
            {
                TextSpan span = attribute.ArgumentList?.Span ?? new(attribute.Span.End, 0);
                edits.Replace(attribute.SyntaxTree, span, $"({SymbolDisplay.FormatLiteral(key, quote: true)})");
                yield return Propose($"Use \"{key}\"", edits);
            }
        }
        else if (Literal(target, attribute) is { } literal && TagKeys.Corrected(literal.Token.ValueText) is { } key)
        {
            edits.Replace(literal, SymbolDisplay.FormatLiteral(key, quote: true));
            yield return Propose($"Use \"{key}\"", edits);
        }
    }

    // What is not written here, but a constant somewhere else, may be used for something else too.
    private static LiteralExpressionSyntax? Literal(FixTarget target, AttributeSyntax? attribute)
    {
        ExpressionSyntax? key = attribute is null ? target.Enclosing<LiteralExpressionSyntax>() : attribute.ArgumentList?.Arguments[0].Expression;
        return key is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null;
    }
}
