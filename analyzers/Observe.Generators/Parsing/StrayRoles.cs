using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Finds roles on parameters that nobody reads.</summary>
internal static class StrayRoles
{
    /// <summary>
    /// Whether a parameter with a role may be one. Where the role belongs, on an observed method, syntax says that it is not: then it
    /// costs nothing while code is typed.
    /// </summary>
    public static bool MayBeOne(SyntaxNode node) =>
        node is not ParameterSyntax { Parent.Parent: MethodDeclarationSyntax method } || !ScopeAttributeNames.IsObserved(method);

    public static ImmutableArray<Diagnostic> Check(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken)
    {
        if (target.TargetSymbol is not IParameterSymbol parameter || WhyUnread(parameter, target.Attributes) is not { } reason)
        {
            return [];
        }

        RuleSink rules = new();
        foreach (AttributeData attribute in target.Attributes)
        {
            rules.Report(ShapeRules.RoleUnread, attribute, cancellationToken, ConstantRules.NameOf(attribute), parameter.Name, reason);
        }

        return rules.ToImmutable();
    }

    private static string? WhyUnread(IParameterSymbol parameter, ImmutableArray<AttributeData> roles)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
        {
            return IsObserved(parameter.ContainingSymbol) ? null : "it is no parameter of an observed method";
        }

        if (IsObserved(method.PartialDefinitionPart ?? method))
        {
            return null;
        }

        if (ObservedBody.CallerOf(method) is { } declaration)
        {
            return roles.All(role => IsRepeated(parameter, declaration, role))
                ? null
                : $"'{method.Name}' is called by the observed '{declaration.Name}'; put it on the parameter there";
        }

        return method.ContainingType.TypeKind == TypeKind.Interface
            ? "an interface only says what can be called; put it on the observed method that implements it"
            : $"'{method.Name}' is not observed; add [Observe], [Step], [ToolCall] or another scope attribute, or use run.SetTag or run.SetMetadata";
    }

    private static bool IsObserved(ISymbol? symbol) => symbol is IMethodSymbol method && ScopeAttribute.Of(method).Any();

    // Said twice does no harm, as long as it is said where it counts.
    private static bool IsRepeated(IParameterSymbol parameter, IMethodSymbol declaration, AttributeData role) =>
        declaration.Parameters.Any(declared =>
            declared.Name == parameter.Name
            && declared.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, role.AttributeClass)));
}
