using Microsoft.CodeAnalysis;

namespace Observe.CodeFixes.Editing;

/// <summary>Types as they are written where their namespaces are imported.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string At(SemanticModel model, int position, ITypeSymbol type) => type.ToMinimalDisplayString(model, position, s_format);
}
