using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Typed reading of what an attribute was given.</summary>
internal static class AttributeValues
{
    /// <summary>The constant under a property's name, or null.</summary>
    public static TypedConstant? Named(this AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    public static int Integer(this AttributeData attribute, string name, int absent = 0) => attribute.NamedArgument(name) as int? ?? absent;

    public static long Long(this AttributeData attribute, string name) => attribute.NamedArgument(name) as long? ?? 0;

    public static double Number(this AttributeData attribute, string name, double absent = 0) =>
        attribute.NamedArgument(name) as double? ?? absent;

    /// <summary>The elements of an array; none for null and for what is no array.</summary>
    public static ImmutableArray<TypedConstant> Elements(this TypedConstant? constant) =>
        constant is { Kind: TypedConstantKind.Array, IsNull: false } array ? array.Values : [];

    /// <summary>The elements of the array that is the only constructor argument.</summary>
    public static ImmutableArray<TypedConstant> OnlyArray(this AttributeData attribute) =>
        attribute.ConstructorArguments is [var array] ? Elements(array) : [];
}
