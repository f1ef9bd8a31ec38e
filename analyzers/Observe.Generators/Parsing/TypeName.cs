using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The simple name that a type is written with.</summary>
internal static class TypeName
{
    /// <summary>The name without namespace and type arguments, or null where the type has none.</summary>
    public static string? Of(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => Of(qualified.Right),
        AliasQualifiedNameSyntax aliased => Of(aliased.Name),
        NullableTypeSyntax nullable => Of(nullable.ElementType),
        _ => null,
    };
}
