using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>A number or truth value that is given as a text.</summary>
internal static class DisguisedValue
{
    /// <summary>The expression for the value itself, as it would stand in code, or null where the text is one.</summary>
    public static string? Of(SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        ExpressionSyntax bare = Constants.Bare(expression);
        return Constants.TextOf(model, bare, cancellationToken) is { } text ? Of(text.Trim())
            : bare is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" } member }
                && IsMeasure(model.GetTypeInfo(member.Expression, cancellationToken).Type)
            ? member.Expression.ToString()
            : null;
    }

    private static string? Of(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase) ? text.ToLowerInvariant()
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && !double.IsNaN(number) && !double.IsInfinity(number) ? Literals.Of(number)
        : null;

    // A whole number may be the name of a category; these are not.
    private static bool IsMeasure(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_Boolean;
}
