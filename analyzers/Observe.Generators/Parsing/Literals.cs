using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Parsing;

/// <summary>Constants of attributes as generated code writes them.</summary>
internal static class Literals
{
    public static string Of(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture) + (number is > int.MaxValue or < int.MinValue ? "L" : "");

    /// <summary>The shortest text that is read as the same number.</summary>
    public static string Of(double number) => SymbolDisplay.FormatPrimitive(number, quoteStrings: false, useHexadecimalNumbers: false);

    /// <summary>The member of one of the library's enums that has this value, or null.</summary>
    public static string? OfMember(ITypeSymbol? type, object? value) =>
        type is { TypeKind: TypeKind.Enum }
            && type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => Equals(member.ConstantValue, value)) is { } member
            ? $"{type.InCode()}.{member.Name}"
            : null;
}
