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
            : bare is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called }
                && called.Name.Identifier.ValueText == "ToString"
                && IsMeasure(model.GetTypeInfo(called.Expression, cancellationToken).Type)
            ? called.Expression.ToString()
            : null;
    }

    private static string? Of(string text)
    {
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return text.ToLowerInvariant();
        }

        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        return isNumber && !double.IsNaN(number) && !double.IsInfinity(number) ? Literals.Of(number) : null;
    }

    // A whole number may be the name of a category; these are not.
    private static bool IsMeasure(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_Boolean;
}
