using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Tells apart what could be observed, if only it were partial, from what never can.</summary>
internal static class NeverObserved
{
    /// <summary>Whether an attribute may stand on something that is no ordinary method; those are looked at with their types.</summary>
    public static bool MayBeOne(SyntaxNode node) => node is not MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null };

    /// <summary>Reports the attribute on something that is no ordinary method.</summary>
    public static ImmutableArray<Diagnostic> Check(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken)
    {
        // The attributes are for methods, and the compiler says so itself.
        if (target.TargetSymbol is not IMethodSymbol method
            || method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor or MethodKind.StaticConstructor)
        {
            return [];
        }

        RuleSink rules = new();
        foreach (AttributeData attribute in target.Attributes)
        {
            rules.Report(
                ShapeRules.NeverObserved, attribute, cancellationToken, ConstantRules.NameOf(attribute), NameOf(method), OfKind(method.MethodKind));
        }

        return rules.ToImmutable();
    }

    /// <summary>Why a call of an ordinary method can never be observed, as the end of a sentence; or null.</summary>
    public static string? Why(IMethodSymbol method, bool isPartial) =>
        method.IsExtern || method.PartialImplementationPart is { IsExtern: true } ? "an extern method has its body elsewhere; observe a method that calls it"
        : method.IsAbstract && !isPartial ? OfAbstract(method)
        : !isPartial && BodyOf(method) is { } declaration ? $"it is the body of '{declaration.Name}', which is what is called; put the attribute there"
        : null;

    /// <summary>What the attribute stands on, by the name that the user knows.</summary>
    public static string NameOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.LambdaMethod => "a lambda",
        MethodKind.UserDefinedOperator or MethodKind.Conversion => "an operator",
        MethodKind.ExplicitInterfaceImplementation when method.ExplicitInterfaceImplementations is [var implemented, ..] => $"'{implemented.Name}'",
        _ => $"'{(method.AssociatedSymbol ?? method).Name}'",
    };

    private static string OfKind(MethodKind kind) => kind switch
    {
        MethodKind.LocalFunction => "a local function cannot be observed; make it a partial method of the type",
        MethodKind.LambdaMethod => "it cannot be observed; call a partial method in it",
        MethodKind.ExplicitInterfaceImplementation => "an explicit interface implementation cannot be observed; implement the method under its own name",
        MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove =>
            "an accessor cannot be observed; make it a partial method",
        MethodKind.UserDefinedOperator or MethodKind.Conversion => "an operator cannot be observed; call a partial method in it",
        _ => "only ordinary methods can be observed; make it a partial method",
    };

    private static string OfAbstract(IMethodSymbol method) =>
        method.ContainingType.TypeKind == TypeKind.Interface
            ? "an interface only says what can be called; put the attribute on the method that implements it"
            : $"it is abstract; make it partial with an abstract body '{ScopeNames.CoreOf(method.Name)}', or observe the methods that override it";

    // The declaration that a method is the body of: one that is observed, or that waits for somebody to implement it.
    private static IMethodSymbol? BodyOf(IMethodSymbol method)
    {
        ImmutableArray<ISymbol> members = method.ContainingType.GetMembers();
        foreach (ISymbol member in members)
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } declaration
                && ScopeNames.CoreOf(declaration.Name) == method.Name
                && (ScopeAttribute.Of(declaration).Any() || declaration is { IsPartialDefinition: true, PartialImplementationPart: null }))
            {
                return declaration;
            }
        }

        return null;
    }
}
