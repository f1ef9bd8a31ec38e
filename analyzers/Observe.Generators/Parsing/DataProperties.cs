using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>The public readable properties of a data type, inherited ones first, each with the name it has in a record.</summary>
internal static class DataProperties
{
    private const string Json = "System.Text.Json.Serialization";

    public static List<(string Name, string Expression, IPropertySymbol Property)> Of(INamedTypeSymbol type)
    {
        List<(string, string, IPropertySymbol)> properties = [];
        HashSet<string> hidden = [];
        IEnumerable<ITypeSymbol> owners = type.TypeKind == TypeKind.Interface
            ? type.AllInterfaces.Prepend(type)
            : type.WithBases().TakeWhile(owner => SymbolEqualityComparer.Default.Equals(owner, type) || !owner.IsFramework());
        foreach (ITypeSymbol owner in owners)
        {
            List<(string, string, IPropertySymbol)> declared = [];
            foreach (IPropertySymbol property in owner.GetMembers().OfType<IPropertySymbol>())
            {
                if (IsReadable(property) && !hidden.Contains(property.Name) && !IsIgnored(property))
                {
                    declared.Add((NameOf(property), Expression(property, type), property));
                }
            }

            properties.InsertRange(0, declared);
            hidden.UnionWith(owner.GetMembers().Where(static member => member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
                .Select(static member => member.Name));
        }

        return properties;
    }

    /// <summary>Whether anybody may read the property, at no risk.</summary>
    public static bool IsReadable(IPropertySymbol property) =>
        property is
        {
            IsStatic: false,
            IsIndexer: false,
            DeclaredAccessibility: Accessibility.Public,
            GetMethod.DeclaredAccessibility: Accessibility.Public,
            ExplicitInterfaceImplementations: [],
        }
        && !Obsolescence.IsError(property)
        && !Obsolescence.IsRisky(property)
        && !Obsolescence.IsRisky(property.GetMethod);

    // Two interfaces may each bring a property of the same name; a cast says which is meant.
    private static string Expression(IPropertySymbol property, INamedTypeSymbol type)
    {
        string name = SymbolText.AsIdentifier(property.Name);
        bool isInherited = type.TypeKind == TypeKind.Interface && !SymbolEqualityComparer.Default.Equals(property.ContainingType, type);
        return isInherited ? $"(({property.ContainingType.InCode()})value).{name}" : $"value.{name}";
    }

    private static bool IsIgnored(IPropertySymbol property)
    {
        const int always = 1; // JsonIgnoreCondition.Always, the default
        return Find(property, "JsonIgnoreAttribute") is { } ignore && ignore.NamedArgument("Condition") is null or always;
    }

    private static string NameOf(IPropertySymbol property) => Find(property, "JsonPropertyNameAttribute")?.TextArgument() ?? property.Name;

    private static AttributeData? Find(IPropertySymbol property, string name)
    {
        for (IPropertySymbol? source = property; source is not null; source = source.OverriddenProperty)
        {
            if (source.FindAttribute(Json, name) is { } attribute)
            {
                return attribute;
            }
        }

        return null;
    }
}
