using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Collections by their static type.</summary>
internal static class Collections
{
    /// <summary>The element type of an array, list, set or other typed sequence, or null.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) => type is IArrayTypeSymbol array
        ? array.Rank == 1 ? array.ElementType : null
        : Find(type, IsSequence)?.TypeArguments[0];

    /// <summary>Key and value type of a dictionary, or null.</summary>
    public static (ITypeSymbol Key, ITypeSymbol Value)? EntryOf(ITypeSymbol type) =>
        Find(type, IsDictionary) is { Arity: 2 } dictionary
            ? (dictionary.TypeArguments[0], dictionary.TypeArguments[1])
            : null;

    private static bool IsSequence(INamedTypeSymbol contract) =>
        contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;

    private static bool IsDictionary(INamedTypeSymbol contract) =>
        contract.Is("System.Collections.Generic", "IDictionary") || contract.Is("System.Collections.Generic", "IReadOnlyDictionary");

    private static INamedTypeSymbol? Find(ITypeSymbol type, Func<INamedTypeSymbol, bool> isWanted) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self && isWanted(self)
            ? self
            : type.AllInterfaces.FirstOrDefault(isWanted);
}
