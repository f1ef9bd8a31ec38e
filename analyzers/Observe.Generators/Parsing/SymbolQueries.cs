using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Questions about symbols that more than one parser asks. Names are compared, because binding them costs more.</summary>
internal static class SymbolQueries
{
    /// <summary>Whether the type is declared under this namespace and name, whatever its type arguments.</summary>
    public static bool Is(this ITypeSymbol? type, string @namespace, string name) =>
        type is not null && type.Name == name && type.ContainingType is null && type.ContainingNamespace.Is(@namespace);

    /// <summary>Whether the type is one of this library.</summary>
    public static bool IsOurs(this ITypeSymbol? type, string name) => type.Is(WellKnownNames.Namespace, name);

    public static AttributeData? FindAttribute(this ISymbol symbol, string @namespace, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(@namespace, name))
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool HasAttribute(this ISymbol symbol, string @namespace, string name) =>
        symbol.FindAttribute(@namespace, name) is not null;

    public static object? NamedArgument(this AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }

    /// <summary>The text given as the attribute's only constructor parameter, or null.</summary>
    public static string? TextArgument(this AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: string text }, ..] ? text : null;

    /// <summary>The names that parameters and type parameters give to something else inside of a method.</summary>
    public static IEnumerable<string> ParameterNames(this IMethodSymbol method) =>
        method.Parameters.Select(static parameter => parameter.Name).Concat(method.TypeParameters.Select(static parameter => parameter.Name));

    /// <summary>The type, its containing types and no more, the outermost first.</summary>
    public static IReadOnlyList<INamedTypeSymbol> WithContainers(this INamedTypeSymbol type)
    {
        List<INamedTypeSymbol> types = [];
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            types.Insert(0, current);
        }

        return types;
    }

    /// <summary>The type and its base types.</summary>
    public static IEnumerable<ITypeSymbol> WithBases(this ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Whether the namespace is <c>System</c> or lies in it.</summary>
    public static bool IsFramework(this ITypeSymbol type)
    {
        INamespaceSymbol? current = type.ContainingNamespace;
        while (current is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            current = current.ContainingNamespace;
        }

        return current is { IsGlobalNamespace: false, Name: "System" };
    }

    private static bool Is(this INamespaceSymbol? symbol, string dotted)
    {
        int end = dotted.Length;
        while (end > 0)
        {
            int dot = dotted.LastIndexOf('.', end - 1);
            if (symbol is null or { IsGlobalNamespace: true }
                || symbol.Name.Length != end - dot - 1
                || string.CompareOrdinal(symbol.Name, 0, dotted, dot + 1, end - dot - 1) != 0)
            {
                return false;
            }

            symbol = symbol.ContainingNamespace;
            end = dot;
        }

        return symbol is { IsGlobalNamespace: true };
    }
}
