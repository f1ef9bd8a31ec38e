using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The heads under which a type is reopened.</summary>
internal static class TypeHeaders
{
    /// <summary>The namespace as code writes it, or null for the global one.</summary>
    public static string? NamespaceOf(INamedTypeSymbol type)
    {
        List<string> names = [];
        for (INamespaceSymbol current = type.ContainingNamespace; !current.IsGlobalNamespace; current = current.ContainingNamespace)
        {
            names.Insert(0, SymbolText.AsIdentifier(current.Name));
        }

        return names.Count == 0 ? null : string.Join(".", names);
    }

    public static string Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        string keyword = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Interface, _) => "interface",
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (_, true) => "record",
            _ => "class",
        };
        string parameters = string.Join(
            ", ", type.TypeParameters.Select(static parameter => Variance(parameter) + SymbolText.AsIdentifier(parameter.Name)));
        string list = parameters.Length == 0 ? "" : $"<{parameters}>";
        return $"{(IsUnsafe(type, cancellationToken) ? "unsafe " : "")}partial {keyword} {SymbolText.AsIdentifier(type.Name)}{list}";
    }

    private static string Variance(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => "",
    };

    /// <summary>Whether the user opened an unsafe context around the type: pointers in a signature need it.</summary>
    public static bool IsUnsafe(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.UnsafeKeyword));
}
