using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Looks for <c>[Sensitive]</c> and <c>[NotCaptured]</c> in what a value is made of.</summary>
internal static class MarkedMembers
{
    private const string Json = "System.Text.Json.Serialization";

    /// <summary>The first thing that is marked, as the user knows it: a type, or a property of one; or null.</summary>
    public static string? Find(ITypeSymbol type) => Find(type, new(SymbolEqualityComparer.Default));

    /// <summary>The first open property of a type that a more derived type marks, or null: read through the first, it has no mask.</summary>
    public static string? FindLost(INamedTypeSymbol derived, INamedTypeSymbol seenAs)
    {
        if (Privacy.Of(derived) > PrivacyLevel.Open)
        {
            return derived.Name;
        }

        foreach ((_, _, IPropertySymbol property) in DataProperties.Of(seenAs))
        {
            if (Privacy.Of(property, seenAs) == PrivacyLevel.Open
                && ReadFrom(derived, property) is { } read
                && Privacy.Of(read, derived) > PrivacyLevel.Open)
            {
                return $"{derived.Name}.{read.Name}";
            }
        }

        return null;
    }

    private static string? Find(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        if (type.SpecialType != SpecialType.None || !seen.Add(type) || Scalars.Contains(type))
        {
            return null;
        }

        if (Privacy.Of(type) > PrivacyLevel.Open)
        {
            return type.Name;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Find(nullable.TypeArguments[0], seen);
        }

        if (Collections.EntryOf(type) is { } entry)
        {
            return Find(entry.Key, seen) ?? Find(entry.Value, seen);
        }

        return Collections.ElementOf(type) is { } element ? Find(element, seen)
            : type is not INamedTypeSymbol named ? null
            : named.IsTupleType ? First(named.TupleElements, item => Find(item.Type, seen))
            : named.IsFramework() || OpaqueTypes.IsLive(named) || named.HasAttribute(Json, "JsonConverterAttribute") ? null
            : First(DataProperties.Of(named), member => Find(member.Property, named, seen));
    }

    private static string? Find(IPropertySymbol property, INamedTypeSymbol type, HashSet<ITypeSymbol> seen) =>
        Privacy.Of(property, type) > PrivacyLevel.Open ? $"{type.Name}.{property.Name}" : Find(property.Type, seen);

    private static string? First<T>(IEnumerable<T> parts, Func<T, string?> find) =>
        parts.Select(find).FirstOrDefault(static found => found is not null);

    // What is read from an object of the derived type when the property is.
    private static IPropertySymbol? ReadFrom(INamedTypeSymbol derived, IPropertySymbol property)
    {
        if (property.ContainingType.TypeKind == TypeKind.Interface)
        {
            return derived.FindImplementationForInterfaceMember(property) as IPropertySymbol;
        }

        foreach (ITypeSymbol type in derived.WithBases())
        {
            foreach (IPropertySymbol candidate in type.GetMembers(property.Name).OfType<IPropertySymbol>())
            {
                for (IPropertySymbol? source = candidate; source is not null; source = source.OverriddenProperty)
                {
                    if (SymbolEqualityComparer.Default.Equals(source.OriginalDefinition, property.OriginalDefinition))
                    {
                        return candidate;
                    }
                }
            }
        }

        return null;
    }
}
