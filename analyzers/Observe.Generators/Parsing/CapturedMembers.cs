using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>What is written in the open with a captured value: the members that <see cref="ValueShapes"/> plans writers for.</summary>
internal sealed class CapturedMembers(Compilation compilation, INamedTypeSymbol within)
{
    private const int Most = 256; // a type that is written at all has fewer, or is cut short

    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<CapturedMember> _members = [];

    /// <summary>The members of the value, of its members, of its elements …, each type once.</summary>
    public static IReadOnlyList<CapturedMember> Of(ITypeSymbol type, Compilation compilation, INamedTypeSymbol within)
    {
        CapturedMembers captured = new(compilation, within);
        captured.Walk(type);
        return captured._members;
    }

    private void Walk(ITypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None
            || _members.Count > Most
            || !_seen.Add(type)
            || Privacy.Of(type) != PrivacyLevel.Open
            || Scalars.Contains(type))
        {
            return;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            Walk(nullable.TypeArguments[0]);
        }
        else if (OpaqueTypes.IsLive(type))
        {
            return;
        }
        else if (Collections.EntryOf(type) is { } entry)
        {
            Walk(entry.Key);
            Walk(entry.Value);
        }
        else if (Collections.ElementOf(type) is { } element)
        {
            Walk(element);
        }
        else if (type is INamedTypeSymbol named && ValueShapes.IsWritable(compilation, within, named))
        {
            WalkMembers(named);
        }
    }

    private void WalkMembers(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
        {
            foreach (IFieldSymbol element in type.TupleElements)
            {
                Add(element, element.Type, type);
            }
        }
        else if (type.TypeKind != TypeKind.Enum)
        {
            foreach ((_, _, IPropertySymbol property) in DataProperties.Of(type))
            {
                if (Privacy.Of(property, type) == PrivacyLevel.Open)
                {
                    Add(property, property.Type, type);
                }
            }
        }
    }

    private void Add(ISymbol member, ITypeSymbol type, INamedTypeSymbol owner)
    {
        if (Privacy.Of(type) == PrivacyLevel.Open)
        {
            _members.Add(new CapturedMember(member, type, owner));
            if (SecretTypes.Of(type) is null)
            {
                Walk(type);
            }
        }
    }
}
