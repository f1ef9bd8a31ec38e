using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Whether the value of an expression, awaited or not, goes nowhere.</summary>
internal static class UnusedValue
{
    public static bool Is(ExpressionSyntax expression) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax outer => Is(outer),
        AwaitExpressionSyntax outer => Is(outer),
        ConditionalAccessExpressionSyntax outer when outer.WhenNotNull == expression => Is(outer),
        PostfixUnaryExpressionSyntax outer => Is(outer),
        // task.ConfigureAwait(false) hands on what it is called on
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax outer } => Is(outer),
        ExpressionStatementSyntax => true,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } outer => outer.Parent is ExpressionStatementSyntax,
        _ => false,
    };

    /// <summary>Whether the expression is a task whose value goes nowhere, and whose end nobody awaits.</summary>
    public static bool AndNobodyWaits(ExpressionSyntax task) =>
        Is(task) && !task.Ancestors().TakeWhile(static node => node is ExpressionSyntax).Any(static node => node is AwaitExpressionSyntax);
}
