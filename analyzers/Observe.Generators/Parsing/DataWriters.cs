using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Plans the writer of one data type.</summary>
internal static class DataWriters
{
    public static DataWriter Of(INamedTypeSymbol type, ValueShape shape, IMethodSymbol? typeParameterOwner, TypeParsing context)
    {
        context.Features.Visit(type);
        return new DataWriter
        {
            Name = shape.Name,
            Kind = type.TypeKind == TypeKind.Enum ? DataKind.Enum : type.IsValueType ? DataKind.Struct : DataKind.Class,
            ValueType = type.WithNullableAnnotation(type.IsValueType ? NullableAnnotation.None : NullableAnnotation.Annotated).InCode(),
            TypeParameters = shape.TypeArguments,
            Constraints = typeParameterOwner is null ? default : Constraints.Of(typeParameterOwner),
            Members = Members(type, context).ToEquatableArray(),
            NumberType = type.EnumUnderlyingType?.InCode(),
        };
    }

    private static IEnumerable<DataMember> Members(INamedTypeSymbol type, TypeParsing context) =>
        type.TypeKind == TypeKind.Enum ? EnumConstants(type)
        : type.IsTupleType ? TupleElements(type, context)
        : Properties(type, context);

    private static IEnumerable<DataMember> EnumConstants(INamedTypeSymbol type) =>
        EnumMembers.Of(type).Select(member => new DataMember(member.Name, $"{type.InCode()}.{SymbolText.AsIdentifier(member.Name)}", null));

    private static IEnumerable<DataMember> TupleElements(INamedTypeSymbol type, TypeParsing context)
    {
        foreach (IFieldSymbol element in type.TupleElements)
        {
            if (context.Shapes.Of(element.Type) is { } shape)
            {
                yield return new DataMember(element.Name, $"value.{SymbolText.AsIdentifier(element.Name)}", shape);
            }
        }
    }

    private static IEnumerable<DataMember> Properties(INamedTypeSymbol type, TypeParsing context)
    {
        foreach ((string name, string expression, IPropertySymbol property) in DataProperties.Of(type))
        {
            ValueShape? shape = Privacy.Of(property, type) switch
            {
                PrivacyLevel.LeftOut => null,
                PrivacyLevel.Masked => ValueShape.Masked,
                // A property that is only named is not read: its getter may build what stands behind it.
                _ => context.Shapes.Of(property.Type) is { } read ? read with { MayBeNull = false } : null,
            };
            if (shape is not null)
            {
                context.Features.VisitSymbol(property);
                yield return new DataMember(name, expression, shape);
            }
        }
    }
}
