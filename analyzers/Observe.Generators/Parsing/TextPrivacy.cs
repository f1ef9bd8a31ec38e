using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>
/// Whether the text of a value shows something sensitive: what the compiler writes as <c>ToString</c> of a tuple, a record or a
/// nullable value prints all that is in it. A <c>ToString</c> of the user's own prints what the user chose.
/// </summary>
internal static class TextPrivacy
{
    public static bool ShowsSensitive(ITypeSymbol type) => ShowsSensitive(type, new(SymbolEqualityComparer.Default));

    private static bool ShowsSensitive(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        if (!seen.Add(type))
        {
            return false; // a record may hold another of its kind
        }

        return Privacy.Of(type) == PrivacyLevel.Masked || type switch
        {
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
                ShowsSensitive(nullable.TypeArguments[0], seen),
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => ShowsSensitive(element.Type, seen)),
            INamedTypeSymbol { IsRecord: true } record =>
                !HasTextOfItsOwn(record) && Printed(record).Any(member => IsSensitive(member, record, seen)),
            _ => false,
        };
    }

    private static bool IsSensitive(ISymbol member, INamedTypeSymbol record, HashSet<ITypeSymbol> seen) => member switch
    {
        IPropertySymbol property => Privacy.Of(property, record) == PrivacyLevel.Masked || ShowsSensitive(property.Type, seen),
        IFieldSymbol field => ShowsSensitive(field.Type, seen),
        _ => false,
    };

    private static IEnumerable<ISymbol> Printed(INamedTypeSymbol record) =>
        record.WithBases()
            .SelectMany(static type => type.GetMembers())
            .Where(static member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public });

    private static bool HasTextOfItsOwn(INamedTypeSymbol record) =>
        record.WithBases()
            .Where(static type => !type.IsFramework())
            .SelectMany(static type => type.GetMembers(nameof(ToString)))
            .Any(static member => member is IMethodSymbol { Parameters.IsEmpty: true, IsImplicitlyDeclared: false });
}
