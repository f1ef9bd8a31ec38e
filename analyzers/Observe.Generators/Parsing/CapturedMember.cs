using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>A property, or an element of a tuple, that is written with the value that has it.</summary>
internal readonly struct CapturedMember(ISymbol symbol, ITypeSymbol type, INamedTypeSymbol owner)
{
    public ISymbol Symbol { get; } = symbol;

    public ITypeSymbol Type { get; } = type;

    /// <summary>The type that is written; it may have inherited the member.</summary>
    public INamedTypeSymbol Owner { get; } = owner;
}
