using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>A member that anybody may read: a public property, or an element of a tuple.</summary>
internal sealed record ReadableMember(string Name, ITypeSymbol Type, ISymbol Symbol, INamedTypeSymbol Owner)
{
    /// <summary>The member as it stands behind its object.</summary>
    public string Access => "." + SymbolText.AsIdentifier(Name);

    /// <summary>Whether neither the member nor its type is <c>[Sensitive]</c> or <c>[NotCaptured]</c>.</summary>
    public bool IsOpen =>
        Privacy.Of(Type) == PrivacyLevel.Open
        && (Symbol is not IPropertySymbol property || Privacy.Of(property, Owner) == PrivacyLevel.Open);

    /// <summary>The member that has the first of these names, whatever the case of its letters; or null.</summary>
    public static ReadableMember? Find(ITypeSymbol type, params string[] names)
    {
        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        List<ReadableMember> members = [.. Of(named)];
        return names
            .Select(name => members.Find(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(static member => member is not null);
    }

    // The most derived first, so that a member is found before those it hides; what hides may be unreadable itself.
    private static IEnumerable<ReadableMember> Of(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
        {
            return type.TupleElements.Select(element => new ReadableMember(element.Name, element.Type, element, type));
        }

        IEnumerable<ISymbol> members = type.TypeKind == TypeKind.Interface
            ? type.GetMembers().Concat(Unambiguous(type.AllInterfaces.SelectMany(static contract => contract.GetMembers())))
            : type.WithBases().SelectMany(static owner => owner.GetMembers());
        HashSet<string> seen = [];
        return members
            .Where(static member => member is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
            .Where(member => seen.Add(member.Name))
            .OfType<IPropertySymbol>()
            .Where(DataProperties.IsReadable)
            .Select(property => new ReadableMember(property.Name, property.Type, property, type));
    }

    // Of two interfaces that bring a member of one name, neither is meant.
    private static IEnumerable<ISymbol> Unambiguous(IEnumerable<ISymbol> members) =>
        members.GroupBy(static member => member.Name).Where(static group => group.Count() == 1).SelectMany(static group => group);
}
