using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Names of generated writers and in them: <c>Refund</c>, <c>PageOfRefund</c>, <c>CityDaysTuple</c>.</summary>
internal static class WriterNames
{
    /// <summary>Whether a type parameter of the method has a name that writers and readers give to a parameter or local of theirs.</summary>
    public static bool IsTaken(IMethodSymbol? method) =>
        method is not null && method.TypeParameters.Any(static parameter =>
            parameter.Name is "writer" or "value" or "exception" or "report" or "usage" or "part" or "text" or "texts");

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
