using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Observe.CodeFixes.Use;

/// <summary>OBS2020: asks the current context only where there is one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AskForContextSafelyFix))]
[Shared]
public sealed class AskForContextSafelyFix : ObserveFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["OBS2020"];

    /// <inheritdoc/>
    private protected override IEnumerable<ProposedFix> Find(FixTarget target)
    {
        // Where the value is used, null would have to be handled there.
        MemberAccessExpressionSyntax? access = target.Token.Parent?.AncestorsAndSelf().OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(static member => Current(member.Expression) is not null);
        if (access is not null && Outermost(access).Parent is ExpressionStatementSyntax)
        {
            Edits edits = target.NewEdits();
            int end = Current(access.Expression)!.Span.End;
            edits.Replace(
                access.SyntaxTree, TextSpan.FromBounds(end, access.OperatorToken.Span.End), Between(access, end) + "?.");
            yield return Propose("Ask only where there is a run", edits);
        }
    }

    private static string Between(MemberAccessExpressionSyntax access, int end)
    {
        string text = access.SyntaxTree.GetText().ToString(TextSpan.FromBounds(end, access.OperatorToken.SpanStart));
        return text.Replace("!", "");
    }

    private static ExpressionSyntax? Current(ExpressionSyntax expression) => expression switch
    {
        PostfixUnaryExpressionSyntax outer when outer.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Current(outer.Operand),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Current" } current => current,
        IdentifierNameSyntax { Identifier.ValueText: "Current" } current => current,
        _ => null,
    };

    private static ExpressionSyntax Outermost(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Expression == expression => Outermost(member),
        InvocationExpressionSyntax call when call.Expression == expression => Outermost(call),
        _ => expression,
    };
}
