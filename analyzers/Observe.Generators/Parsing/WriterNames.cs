using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Names of generated writers: <c>Refund</c>, <c>PageOfRefund</c>, <c>CityDaysTuple</c>.</summary>
internal static class WriterNames
{
    public static string Of(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple =>
            string.Concat(tuple.TupleElements.Select(static element => Capitalised(element.Name))) + "Tuple",
        INamedTypeSymbol { SpecialType: SpecialType.None, TypeArguments: { IsEmpty: false } arguments } named =>
            $"{named.Name}Of{string.Join("And", arguments.Select(Of))}",
        IArrayTypeSymbol array => Of(array.ElementType) + "Array",
        INamedTypeSymbol or ITypeParameterSymbol => Capitalised(type.Name),
        _ => "Value",
    };

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
