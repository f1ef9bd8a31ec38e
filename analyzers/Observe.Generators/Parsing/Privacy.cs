using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>
/// Reads <c>[Sensitive]</c> and <c>[NotCaptured]</c>. In doubt for the secret: an attribute on anything that a member overrides,
/// implements, hides or is made from counts as one on the member, and one on the body as one on the declaration.
/// </summary>
internal static class Privacy
{
    public static PrivacyLevel Of(ITypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None || type.IsFramework())
        {
            return PrivacyLevel.Open;
        }

        PrivacyLevel level = PrivacyLevel.Open;
        foreach (ITypeSymbol source in type.WithBases().Concat(type.AllInterfaces))
        {
            level = Max(level, OfSymbol(source));
        }

        return level;
    }

    public static PrivacyLevel Of(IParameterSymbol parameter, IMethodSymbol method, CoreComparison? core)
    {
        PrivacyLevel level = Max(OfSymbol(parameter), Of(parameter.Type));
        if (core is not null)
        {
            level = Max(level, OfSymbol(core.ParameterOf(parameter)));
        }

        foreach (IMethodSymbol source in Sources(method))
        {
            level = Max(level, OfSymbol(source.Parameters[parameter.Ordinal]));
        }

        return level;
    }

    public static PrivacyLevel OfReturn(IMethodSymbol method, CoreComparison? core) =>
        Sources(method)
            .Prepend(method)
            .Append(core?.Core ?? method)
            .Select(static source => OfAttributes(source.GetReturnTypeAttributes()))
            .Aggregate(Max);

    /// <summary>The level of a property as a member of <paramref name="type"/>.</summary>
    public static PrivacyLevel Of(IPropertySymbol property, INamedTypeSymbol type)
    {
        PrivacyLevel level = PrivacyLevel.Open;
        for (IPropertySymbol? source = property; source is not null; source = source.OverriddenProperty)
        {
            level = Max(level, OfSymbol(source));
        }

        foreach (ITypeSymbol owner in type.WithBases())
        {
            level = Max(level, OfHidden(property, owner));
            level = Max(level, OfConstructors(property, (INamedTypeSymbol)owner));
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            level = Max(level, OfHidden(property, contract));
        }

        return level;
    }

    public static PrivacyLevel Max(PrivacyLevel first, PrivacyLevel second) => first > second ? first : second;

    private static PrivacyLevel OfHidden(IPropertySymbol property, ITypeSymbol owner) =>
        owner.GetMembers(property.Name).OfType<IPropertySymbol>().Select(OfSymbol).Aggregate(PrivacyLevel.Open, Max);

    // The parameter of a primary constructor becomes the property of a record; in a class it is at least named after it.
    private static PrivacyLevel OfConstructors(IPropertySymbol property, INamedTypeSymbol owner) =>
        owner.IsFramework()
            ? PrivacyLevel.Open
            : owner.InstanceConstructors
                .SelectMany(static constructor => constructor.Parameters)
                .Where(parameter => parameter.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase))
                .Select(OfSymbol)
                .Aggregate(PrivacyLevel.Open, Max);

    private static IEnumerable<IMethodSymbol> Sources(IMethodSymbol method)
    {
        for (IMethodSymbol? overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            yield return overridden;
        }

        foreach (INamedTypeSymbol contract in method.ContainingType.AllInterfaces)
        {
            foreach (IMethodSymbol member in contract.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                {
                    yield return member;
                }
            }
        }
    }

    private static PrivacyLevel OfSymbol(ISymbol symbol) => OfAttributes(symbol.GetAttributes());

    private static PrivacyLevel OfAttributes(IEnumerable<AttributeData> attributes)
    {
        PrivacyLevel level = PrivacyLevel.Open;
        foreach (AttributeData attribute in attributes)
        {
            level = Max(level, attribute.AttributeClass switch
            {
                { Name: WellKnownNames.NotCaptured } type when type.IsOurs(type.Name) => PrivacyLevel.LeftOut,
                { Name: WellKnownNames.Sensitive } type when type.IsOurs(type.Name) => PrivacyLevel.Masked,
                _ => PrivacyLevel.Open,
            });
        }

        return level;
    }
}
