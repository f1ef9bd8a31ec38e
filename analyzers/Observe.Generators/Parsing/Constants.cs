using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>What an expression always is.</summary>
internal static class Constants
{
    /// <summary>The text, or null where it is none or not constant.</summary>
    public static string? TextOf(SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        model.GetConstantValue(Bare(expression), cancellationToken).Value as string
        ?? (IsEmptyText(model, expression, cancellationToken) ? "" : null);

    /// <summary>The number, or null where it is none or not constant.</summary>
    public static double? NumberOf(SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        model.GetConstantValue(Bare(expression), cancellationToken).Value switch
        {
            double number => number,
            float number => number,
            IConvertible number and (sbyte or byte or short or ushort or int or uint or long or ulong or decimal) =>
                number.ToDouble(CultureInfo.InvariantCulture),
            _ => null,
        };

    public static bool IsNull(SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        model.GetConstantValue(Bare(expression), cancellationToken) is { HasValue: true, Value: null };

    /// <summary>Whether a text given as this expression may be a blank constant, by syntax alone.</summary>
    public static bool MayBeBlank(ExpressionSyntax expression) => Bare(expression) switch
    {
        LiteralExpressionSyntax literal =>
            !literal.IsKind(SyntaxKind.StringLiteralExpression) || string.IsNullOrWhiteSpace(literal.Token.ValueText),
        InterpolatedStringExpressionSyntax text => text.Contents.All(static part =>
            part is InterpolationSyntax || string.IsNullOrWhiteSpace(part.ToString())),
        IdentifierNameSyntax or MemberAccessExpressionSyntax or DefaultExpressionSyntax or BinaryExpressionSyntax => true,
        _ => false,
    };

    /// <summary>The expression without parentheses and <c>!</c>.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax outer => Bare(outer.Expression),
        PostfixUnaryExpressionSyntax outer when outer.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Bare(outer.Operand),
        _ => expression,
    };

    // string.Empty is a field that no constant can be made of.
    private static bool IsEmptyText(SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken) =>
        Bare(expression) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } member
        && model.GetSymbolInfo(member, cancellationToken).Symbol is IFieldSymbol { ContainingType.SpecialType: SpecialType.System_String };
}
