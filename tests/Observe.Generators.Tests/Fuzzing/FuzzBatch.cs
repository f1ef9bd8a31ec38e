using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Declarations that are compiled together, each in files of its own.</summary>
internal sealed partial class FuzzBatch(FuzzedLanguage language, IReadOnlyList<FuzzedDeclaration> declarations)
{
    public FuzzedLanguage Language => language;

    public IReadOnlyList<FuzzedDeclaration> Declarations => declarations;

    /// <summary>What the compiler says about declarations without this library's attributes, by their numbers.</summary>
    public ILookup<int, Diagnostic> OfTwins() => ByNumber(Twin().GetDiagnostics());

    /// <summary>What compiler and generator say together, by the declarations' numbers.</summary>
    public ILookup<int, Diagnostic> OfObserved()
    {
        GeneratorRun run = GeneratorRun.Of(Compilation(isTwin: false));
        return ByNumber(run.Diagnostics);
    }

    public CSharpCompilation Twin() => Compilation(isTwin: true);

    public CSharpCompilation Compilation(bool isTwin)
    {
        CSharpCompilation compilation = TestCompilation.Of(
            language.ParseOptions, [.. declarations.SelectMany(declaration => declaration.Named(isTwin))]);
        return compilation.AddReferences(SharedAssembly.Reference).WithOptions(compilation.Options
            .WithNullableContextOptions(language.IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable)
            .WithOverflowChecks(language.IsChecked)
            .WithOptimizationLevel(language.Optimisation));
    }

    private static ILookup<int, Diagnostic> ByNumber(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(static diagnostic => diagnostic is { IsSuppressed: false, Severity: >= DiagnosticSeverity.Warning })
        .ToLookup(static diagnostic => Number(diagnostic.Location.SourceTree?.FilePath));

    // Every file has the number of its declaration in its name, generated ones by the name of their type.
    private static int Number(string? path) =>
        Marker().Match(Path.GetFileName(path ?? "")) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : -1;

    [GeneratedRegex("(?<![A-Za-z0-9])F([0-9]+)")]
    private static partial Regex Marker();
}
