using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>How a batch of declarations is compiled.</summary>
internal sealed record FuzzedLanguage(LanguageVersion Version, bool IsNullable, bool IsChecked, OptimizationLevel Optimisation)
{
    public CSharpParseOptions ParseOptions { get; } = new(Version, DocumentationMode.Parse);

    /// <summary>Batches take turns.</summary>
    public static FuzzedLanguage Of(int batch) => new(
        (batch % 4) switch { 0 or 2 => LanguageVersion.CSharp13, 1 => LanguageVersion.Preview, _ => LanguageVersion.CSharp12 },
        IsNullable: batch % 5 != 4,
        IsChecked: batch % 3 == 2,
        batch % 2 == 0 ? OptimizationLevel.Debug : OptimizationLevel.Release);
}
