using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Parsing;

/// <summary>Symbols as text.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat s_code = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_name = SymbolDisplayFormat.CSharpErrorMessageFormat
        .RemoveMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.UseAsterisksInMultiDimensionalArrays);

    /// <summary>The type as generated code writes it: fully qualified, with nullable annotations.</summary>
    public static string InCode(this ITypeSymbol type) => type.ToDisplayString(s_code);

    /// <summary>The type as a person writes it where it is in scope.</summary>
    public static string InMessage(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>The type as records name it: with its namespace, without <c>global::</c>.</summary>
    public static string InRecord(this ITypeSymbol type) => type.ToDisplayString(s_name);

    /// <summary>A name as an identifier: with <c>@</c> where the language would take it for something else.</summary>
    public static string AsIdentifier(string name) => NeedsEscape(name) ? "@" + name : name;

    public static string TypeParameterList(IEnumerable<ITypeParameterSymbol> parameters)
    {
        string list = string.Join(", ", parameters.Select(static parameter => AsIdentifier(parameter.Name)));
        return list.Length == 0 ? "" : $"<{list}>";
    }

    private static bool NeedsEscape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
        || name is "await" or "dynamic" or "field" or "file" or "nint" or "nuint" or "notnull" or "partial" or "record" or "required"
            or "scoped" or "unmanaged" or "var" or "when" or "where" or "yield" or "extension" or "allows" or "managed" or "global";
}
