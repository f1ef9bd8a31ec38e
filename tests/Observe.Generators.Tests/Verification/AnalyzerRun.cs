using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Observe.Generators.Tests.Verification;

/// <summary>What compiler, generator and all analyzers together say about some source, as a build would show it.</summary>
internal static class AnalyzerRun
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(ObserveGenerator).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Everything that is at least information, by position.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfAsync(CSharpCompilation compilation, AnalyzerOptions? options = null)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ObserveGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> shapes);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);

        List<string> failures = [];
        CompilationWithAnalyzersOptions analysis = new(
            options ?? new AnalyzerOptions([]),
            (exception, analyzer, _) => failures.Add($"{analyzer}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> all = await new CompilationWithAnalyzers(output, Analyzers, analysis).GetAllDiagnosticsAsync(CancellationToken.None);
        Assert.Empty(failures);
        return
        [
            .. all.Concat(shapes)
                .Where(static diagnostic => diagnostic is { IsSuppressed: false, Severity: > DiagnosticSeverity.Hidden })
                .OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }
}
