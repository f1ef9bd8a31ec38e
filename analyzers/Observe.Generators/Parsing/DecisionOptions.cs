using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>What could have been chosen where a decision was made.</summary>
internal static class DecisionOptions
{
    private const string Property = "Options";

    /// <summary>The options that the attribute names, else those that the type has.</summary>
    public static IEnumerable<string> Of(ScopeAttribute scope, ReturnType returned)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in scope.Data.NamedArguments)
        {
            if (argument is { Key: Property, Value: { Kind: TypedConstantKind.Array, IsNull: false, Values: { IsEmpty: false } values } })
            {
                return values.Select(static value => value.Value as string).OfType<string>();
            }
        }

        ITypeSymbol? option = Underlying(returned.Result);
        return option switch
        {
            { TypeKind: TypeKind.Enum } => EnumMembers.Of(option).Select(static member => member.Name),
            { SpecialType: SpecialType.System_Boolean } => ["true", "false"],
            _ => [],
        };
    }

    /// <summary>Whether the attribute says something about the options; an empty array says that anything can be chosen.</summary>
    public static bool AreGiven(ScopeAttribute scope) => scope.Data.Named(Property) is not null;

    /// <summary>Whether the type of a result says what could have been chosen. A type that does not exist says nothing wrong.</summary>
    public static bool AreKnown(ITypeSymbol? result) =>
        Underlying(result) is { TypeKind: TypeKind.Enum or TypeKind.Error } or { SpecialType: SpecialType.System_Boolean };

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
