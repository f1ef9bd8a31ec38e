using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Emission;

/// <summary>Text as C# literals.</summary>
internal static class Literal
{
    public static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Utf8(string text) => Text(text) + "u8";
}
