using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Members that generated code may not mention.</summary>
internal static class Obsolescence
{
    /// <summary>Whether any use of the member is an error, which no directive suppresses.</summary>
    public static bool IsError(ISymbol symbol) =>
        symbol.FindAttribute("System", "ObsoleteAttribute") is { ConstructorArguments: [_, { Value: true }] };

    /// <summary>Whether a call of the method is an error where generated code would call it for another.</summary>
    public static bool IsErrorToCall(IMethodSymbol target, IMethodSymbol caller) =>
        IsError(target) && !IsObsolete(caller) && !caller.ContainingType.WithContainers().Any(IsObsolete);

    /// <summary>Whether any mention of the type is an error outside of obsolete code.</summary>
    public static bool IsErrorToMention(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsErrorToMention(array.ElementType),
        INamedTypeSymbol named => named.WithContainers().Any(static part => IsError(part.OriginalDefinition) || part.TypeArguments.Any(IsErrorToMention)),
        _ => false,
    };

    /// <summary>Whether the symbol is marked so; what is obsolete may use what is obsolete.</summary>
    public static bool IsObsolete(ISymbol symbol) => symbol.HasAttribute("System", "ObsoleteAttribute");

    /// <summary>Whether a use of the member would make the trimmer warn.</summary>
    public static bool IsRisky(ISymbol symbol) =>
        symbol.HasAttribute("System.Diagnostics.CodeAnalysis", "RequiresUnreferencedCodeAttribute")
        || symbol.HasAttribute("System.Diagnostics.CodeAnalysis", "RequiresDynamicCodeAttribute");
}
