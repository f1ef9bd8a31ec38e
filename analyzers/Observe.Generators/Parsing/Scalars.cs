using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>The types that the capture writer has an overload for.</summary>
internal static class Scalars
{
    public static bool Contains(ITypeSymbol type) => IsSpecial(type.SpecialType) || IsByteArray(type) || IsNamed(type) || IsJson(type);

    private static bool IsSpecial(SpecialType type) =>
        type is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String
            or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
            or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
            or SpecialType.System_DateTime;

    private static bool IsByteArray(ITypeSymbol type) =>
        type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte };

    private static bool IsNamed(ITypeSymbol type) => type.Name switch
    {
        "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Uri" or "Version" or "Half" or "Int128" or "UInt128" =>
            type.Is("System", type.Name),
        "BigInteger" => type.Is("System.Numerics", type.Name),
        "Rune" => type.Is("System.Text", type.Name),
        "ReadOnlyMemory" => type.Is("System", type.Name)
            && type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] },
        "ReadOnlySpan" => type.Is("System", type.Name)
            && type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char }] },
        _ => false,
    };

    private static bool IsJson(ITypeSymbol type) => type.Name switch
    {
        "JsonElement" => type.Is("System.Text.Json", type.Name),
        "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue" => type.Is("System.Text.Json.Nodes", type.Name),
        _ => false,
    };
}
