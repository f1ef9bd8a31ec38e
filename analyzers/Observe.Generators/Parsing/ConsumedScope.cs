using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>
/// Finds, in an iterator, what is about the current run although a yield has come between: there the consumer's flow of control goes on.
/// </summary>
internal static class ConsumedScope
{
    /// <summary>Mentions of the current run after a yield, or around one, in the function that yields here first; else none.</summary>
    public static IEnumerable<SimpleNameSyntax> MentionsIn(YieldStatementSyntax first)
    {
        if (EnclosingFunction.Of(first) is not { } function || YieldsOf(function).FirstOrDefault() != first)
        {
            return [];
        }

        List<YieldStatementSyntax> yields = [.. YieldsOf(function)];
        return EnclosingFunction.OwnNodes(function)
            .OfType<SimpleNameSyntax>()
            .Where(name => MayMention(name) && yields.Any(yield => Separates(yield, name, function)));
    }

    private static IEnumerable<YieldStatementSyntax> YieldsOf(SyntaxNode function) => EnclosingFunction.OwnNodes(function)
        .OfType<YieldStatementSyntax>()
        .Where(static yield => yield.IsKind(SyntaxKind.YieldReturnStatement));

    private static bool MayMention(SimpleNameSyntax name) => name.Identifier.ValueText switch
    {
        "Current" => name.Parent is MemberAccessExpressionSyntax access && NameText.Of(access.Expression) == WellKnownNames.RunContext,
        "Begin" or "Activate" => name.Parent is InvocationExpressionSyntax or { Parent: InvocationExpressionSyntax },
        _ => false,
    };

    private static bool Separates(YieldStatementSyntax yield, SimpleNameSyntax name, SyntaxNode function) =>
        yield.SpanStart < name.SpanStart
        || name.Ancestors().TakeWhile(node => node != function).Any(node => IsLoop(node) && node.Span.Contains(yield.Span))
        || (name.Identifier.ValueText != "Current" && UsingOf(name) is { } block && block.Span.Contains(yield.Span));

    private static bool IsLoop(SyntaxNode node) =>
        node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private static SyntaxNode? UsingOf(SimpleNameSyntax name) => name.FirstAncestorOrSelf<StatementSyntax>() switch
    {
        UsingStatementSyntax block => block,
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } local => local.Parent,
        _ => null,
    };
}
