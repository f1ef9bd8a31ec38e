using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>The types of whole numbers that fit into a <c>long</c>.</summary>
internal static class IntegerTypes
{
    public static bool Contains(ITypeSymbol type) => type.SpecialType
        is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
        or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64;
}
