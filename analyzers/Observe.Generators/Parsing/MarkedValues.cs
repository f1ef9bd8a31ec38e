using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Whether the value of an expression comes straight from something that is <c>[Sensitive]</c> or <c>[NotCaptured]</c>.</summary>
internal static class MarkedValues
{
    /// <summary>
    /// What is said of the parameter or property that is read. What its type says is no part of it: a value of such a type has a mask
    /// wherever it goes as a value.
    /// </summary>
    public static PrivacyLevel Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax read = expression is ConditionalAccessExpressionSyntax access ? access.WhenNotNull : expression;
        return read is not (SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax)
            ? PrivacyLevel.Open
            : model.GetSymbolInfo(read, cancellationToken).Symbol switch
            {
                IParameterSymbol { ContainingSymbol: IMethodSymbol owner } parameter => Of(parameter, owner),
                IPropertySymbol { ContainingType: { } owner } property => Privacy.Of(property, OwnerOf(read, model, cancellationToken) ?? owner),
                _ => PrivacyLevel.Open,
            };
    }

    private static PrivacyLevel Of(IParameterSymbol parameter, IMethodSymbol owner)
    {
        if (Privacy.Of(parameter.Type) > PrivacyLevel.Open)
        {
            return PrivacyLevel.Open;
        }

        PrivacyLevel level = Privacy.Of(parameter, owner, null);
        return owner.MethodKind == MethodKind.Ordinary && ObservedBody.DeclaredParameterOf(parameter, owner) is { ContainingSymbol: IMethodSymbol declaration } declared
            ? Privacy.Max(level, Privacy.Of(declared, declaration, null))
            : level;
    }

    // The object may know more of the property than the type that declares it.
    private static INamedTypeSymbol? OwnerOf(ExpressionSyntax read, SemanticModel model, CancellationToken cancellationToken) =>
        read is MemberAccessExpressionSyntax { Expression: var receiver }
            ? model.GetTypeInfo(receiver, cancellationToken).Type as INamedTypeSymbol
            : null;
}
