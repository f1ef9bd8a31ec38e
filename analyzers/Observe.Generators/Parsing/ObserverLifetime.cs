using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>What becomes of an observer in the function that makes it, as far as syntax tells. In doubt somebody takes care of it.</summary>
internal static class ObserverLifetime
{
    /// <summary>Name of the local variable that the call fills, or null. Whether the variable is disposed at its end, is another question.</summary>
    public static string? LocalOf(InvocationExpressionSyntax start) =>
        start.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? variable.Identifier.ValueText : null;

    /// <summary>Whether the call fills a local variable that nobody disposes, hands on or captures.</summary>
    public static bool IsForgotten(InvocationExpressionSyntax start) =>
        start.Parent?.Parent?.Parent is VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax local }
        && !local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword)
        && LocalOf(start) is { } name
        && EnclosingFunction.Of(start) is { } function
        && EnclosingFunction.AllNodes(function)
            .OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == name)
            .All(use => IsUsed(use) && EnclosingFunction.Of(use) == function);

    /// <summary>Whether the expression is an observer of which only some member is asked for, none that ends it.</summary>
    public static bool IsUsed(ExpressionSyntax observer) =>
        observer.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } access
        && access.Expression == observer
        && member is "Activate" or "RunAsync" or "Run" or "RecordScore" or "Status" or "IsEnabled";

    /// <summary>
    /// Whether the observer of the process that one call starts is certainly still there when another is made: the same straight line
    /// of statements, nobody disposes it between them, or hands it on to somebody who might.
    /// </summary>
    public static bool Lasts(InvocationExpressionSyntax from, InvocationExpressionSyntax to, SyntaxNode function) =>
        ScopeOf(from) is { } scope
        && scope.Span.Contains(to.Span)
        && IsUnconditional(to, scope)
        && !EnclosingFunction.AllNodes(function)
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.SpanStart > from.Span.End && name.Span.End <= to.SpanStart && MayEnd(name, from));

    /// <summary>Whether the call is made again and again without an end of what it makes.</summary>
    public static bool IsRepeated(InvocationExpressionSyntax start, SyntaxNode function) =>
        ScopeOf(start) is BlockSyntax
        && LoopAround(start, function) is { } loop
        && IsUnconditional(start, loop)
        && start.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword }
        && !loop.DescendantNodes().Any(node =>
            node is BreakStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or YieldStatementSyntax
            || (node is IdentifierNameSyntax name && MayEnd(name, start)));

    // The statements through which an observer lasts that one of them makes unconditionally.
    private static SyntaxNode? ScopeOf(InvocationExpressionSyntax start)
    {
        SyntaxNode node = start;
        while (node.Parent is EqualsValueClauseSyntax or VariableDeclaratorSyntax or VariableDeclarationSyntax or ParenthesizedExpressionSyntax
            || node.Parent.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            node = node.Parent!;
        }

        return node.Parent switch
        {
            UsingStatementSyntax block => block.Statement,
            ExpressionStatementSyntax or LocalDeclarationStatementSyntax => node.Parent.Parent switch
            {
                BlockSyntax block => block,
                GlobalStatementSyntax global => global.Parent,
                _ => null,
            },
            _ => null,
        };
    }

    private static bool IsUnconditional(SyntaxNode code, SyntaxNode scope) => !code.Ancestors()
        .TakeWhile(node => node != scope)
        .Any(static node => node is IfStatementSyntax or ConditionalExpressionSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax
            or CatchClauseSyntax or TryStatementSyntax { Catches.Count: > 0 } or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression });

    private static bool MayEnd(IdentifierNameSyntax name, InvocationExpressionSyntax start) =>
        name.Identifier.ValueText is "DisposeAsync" || (name.Identifier.ValueText == LocalOf(start) && !IsUsed(name));

    private static SyntaxNode? LoopAround(SyntaxNode code, SyntaxNode function) => code.Ancestors()
        .TakeWhile(node => node != function)
        .FirstOrDefault(static node => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax);
}
