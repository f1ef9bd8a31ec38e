using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Where a <c>RunContext</c> comes from.</summary>
internal static class ContextSource
{
    /// <summary>Whether the expression is the context of a run that ends when the code around it does.</summary>
    public static bool IsOfThisRun(ExpressionSyntax context, SemanticModel model, CancellationToken cancellationToken) => context switch
    {
        ParenthesizedExpressionSyntax inner => IsOfThisRun(inner.Expression, model, cancellationToken),
        PostfixUnaryExpressionSyntax inner => IsOfThisRun(inner.Operand, model, cancellationToken),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Current" or "Context" } member =>
            model.GetSymbolInfo(member, cancellationToken).Symbol is IPropertySymbol property
            && (property.ContainingType.IsOurs(WellKnownNames.RunContext) || property.ContainingType.IsOurs(WellKnownNames.ActiveRun)),
        IdentifierNameSyntax name => model.GetSymbolInfo(name, cancellationToken).Symbol is IParameterSymbol parameter && IsGivenByRun(parameter, cancellationToken),
        _ => false,
    };

    /// <summary>Whether the parameter is filled by a run for the time it lasts: it is one of a body, or of a lambda that is run.</summary>
    public static bool IsGivenByRun(IParameterSymbol parameter, CancellationToken cancellationToken) => parameter.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => ObservedBody.IsOne(method),
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction, DeclaringSyntaxReferences: [var lambda, ..] } =>
            lambda.GetSyntax(cancellationToken).Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && CalledName.Of(call) is { } name
            && RunStarts.IsNameByHand(name),
        _ => false,
    };

    /// <summary>The first mention, within a function, of a context that was declared outside of it, or null.</summary>
    public static IdentifierNameSyntax? CapturedBy(AnonymousFunctionExpressionSyntax function, SemanticModel model, CancellationToken cancellationToken) =>
        function.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .FirstOrDefault(name => !IsMember(name) && IsOutside(model.GetSymbolInfo(name, cancellationToken).Symbol, function));

    private static bool IsMember(IdentifierNameSyntax name) =>
        name.Parent is MemberBindingExpressionSyntax or NameColonSyntax
        || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name);

    private static bool IsOutside(ISymbol? symbol, SyntaxNode function) =>
        (symbol is IParameterSymbol parameter ? parameter.Type : (symbol as ILocalSymbol)?.Type).IsOurs(WellKnownNames.RunContext)
        && !symbol!.DeclaringSyntaxReferences.Any(reference => function.Span.Contains(reference.Span));
}
