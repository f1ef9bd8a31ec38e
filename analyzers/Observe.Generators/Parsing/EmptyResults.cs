using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>What a method returns that did not run.</summary>
internal static class EmptyResults
{
    private const string Default = "default";
    private const string Collection = "[]";

    /// <summary>The expression, empty where there is no value to return; null when nothing would be a lie.</summary>
    public static string? Of(IMethodSymbol method, ReturnType returned) =>
        method.Parameters.Any(static parameter => parameter.RefKind == RefKind.Out) ? null
        : returned.Result is null || returned.Shape == ReturnShape.AsyncStream ? ""
        : returned.Shape == ReturnShape.Sequence ? Collection
        : OfValue(returned.Result);

    private static string? OfValue(ITypeSymbol type) =>
        MayBeNull(type) ? Default
        : type is IArrayTypeSymbol { Rank: 1 } || IsCollection(type) ? Collection
        : null;

    private static bool MayBeNull(ITypeSymbol type) =>
        (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated)
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    private static bool IsCollection(ITypeSymbol type) =>
        type.Name is "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "ICollection" or "IList" or "List"
        && type is INamedTypeSymbol { Arity: 1 }
        && type.Is("System.Collections.Generic", type.Name);
}
