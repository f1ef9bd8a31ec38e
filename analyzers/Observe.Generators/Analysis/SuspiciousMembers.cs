using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Observe.Generators.Parsing;

namespace Observe.Generators.Analysis;

/// <summary>
/// The members of captured types that look like secrets, for one compilation: most methods of an agent capture the same few types, and
/// each is looked into once.
/// </summary>
internal sealed class SuspiciousMembers
{
    private readonly ConcurrentDictionary<ITypeSymbol, IReadOnlyList<CapturedMember>> _byType = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _told = new(SymbolEqualityComparer.Default);

    public IReadOnlyList<CapturedMember> Of(ITypeSymbol type, Compilation compilation, INamedTypeSymbol within)
    {
        if (type.SpecialType != SpecialType.None)
        {
            return [];
        }

        if (!_byType.TryGetValue(type, out IReadOnlyList<CapturedMember>? members))
        {
            members = [.. CapturedMembers.Of(type, compilation, within).Where(static member => NounOf(member) is not null || SecretTypes.Of(member.Type) is not null)];
            _byType.TryAdd(type, members);
        }

        return members;
    }

    /// <summary>Whether nobody has told of a member yet. A property is told of once, however many methods capture it.</summary>
    public bool IsFirst(ISymbol member) => _told.TryAdd(member.OriginalDefinition, true);

    /// <summary>What a member is called, if that is a secret.</summary>
    public static SensitiveNoun? NounOf(in CapturedMember member)
    {
        INamedTypeSymbol owner = member.Owner;
        return NounOf(
            member.Symbol.Name,
            member.Type,
            () => [owner.Name, .. owner.GetMembers().OfType<IPropertySymbol>().Select(static property => property.Name)]);
    }

    /// <summary>What a value is called, if that is a secret and its type can hold one. A token among words about texts is a piece of one.</summary>
    public static SensitiveNoun? NounOf(string name, ITypeSymbol type, Func<IEnumerable<string>> surroundings) =>
        SensitiveNames.Of(name) is { } noun
        && SensitiveValues.CanBe(type, noun)
        && !(SensitiveNames.IsBareToken(name) && surroundings().Any(SensitiveNames.IsAboutText))
            ? noun
            : null;
}
