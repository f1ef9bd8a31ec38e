using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Parsing;

/// <summary>How a value that stands for a word becomes text.</summary>
internal static class TextForms
{
    /// <summary>What follows the value: nothing where it is text or becomes it by itself; null when its type has no text worth reading.</summary>
    public static string? Of(TypeParsing context, ITypeSymbol type)
    {
        if (IsText(context, type))
        {
            return "";
        }

        return type.IsValueType && type is INamedTypeSymbol named
            ? named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "?.ToString()" : ".ToString()"
            : null;
    }

    /// <summary>Whether a value is text, or its type says how it becomes text.</summary>
    public static bool IsText(TypeParsing context, ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || context.Compilation.ClassifyConversion(type, context.Compilation.GetSpecialType(SpecialType.System_String))
            is { IsImplicit: true, IsUserDefined: true };
}
