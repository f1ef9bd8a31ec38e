using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Whether a value of some type can be what its name says; a truth value or a count is none.</summary>
internal static class SensitiveValues
{
    public static bool CanBe(ITypeSymbol type, SensitiveNoun noun)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return CanBe(nullable.TypeArguments[0], noun);
        }

        if (IsText(type))
        {
            return true;
        }

        if (Scalars.Contains(type))
        {
            return (noun.MayBeNumber && IsNumber(type.SpecialType)) || (noun.MayBeDate && IsDate(type));
        }

        return Collections.EntryOf(type) is { } entry
            ? CanBe(entry.Value, noun)
            : Collections.ElementOf(type) is { } element && !SymbolEqualityComparer.Default.Equals(element, type) && CanBe(element, noun);
    }

    // What may hold text, too: a value of any type, and a piece of JSON.
    private static bool IsText(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Object
        || type.TypeKind == TypeKind.Dynamic
        || type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Char or SpecialType.System_Byte }
        || type.Is("System", "Guid")
        || (type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", TypeArguments: [var item] }
            && item.SpecialType is SpecialType.System_Char or SpecialType.System_Byte
            && type.Is("System", type.Name))
        || type.Is("System.Text.Json", "JsonElement")
        || type.Is("System.Text.Json.Nodes", "JsonNode")
        || type.Is("System.Text.Json.Nodes", "JsonObject")
        || type.Is("System.Text.Json.Nodes", "JsonValue");

    private static bool IsNumber(SpecialType type) =>
        type is SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32
            or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Decimal;

    private static bool IsDate(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_DateTime || type.Is("System", "DateOnly") || type.Is("System", "DateTimeOffset");
}
