using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Judges whether a descriptor, which stands outside of every type, may mention a type.</summary>
internal static class TypeVisibility
{
    /// <summary>The obstacle as the end of a sentence, or null.</summary>
    public static string? Problem(TypeParsing context, INamedTypeSymbol type) =>
        type.WithContainers().Any(static part => part.IsFileLocal) ? "it is a file type, which no other file can see; make it internal"
        : context.Compilation.IsSymbolAccessibleWithin(type, context.Compilation.Assembly) ? null
        : "it is not visible outside the type that contains it; make it internal";
}
