using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Verification;

/// <summary>One run of the generator over some source, and what the compiler says about all of it.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(Compilation compilation, GeneratorDriverRunResult result)
    {
        Result = result;
        GeneratedSources = [.. result.Results.Single().GeneratedSources];
        Diagnostics =
        [
            .. compilation.GetDiagnostics()
                .Concat(result.Diagnostics)
                .Where(static diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning)
                .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    public GeneratorDriverRunResult Result { get; }

    public ImmutableArray<GeneratedSourceResult> GeneratedSources { get; }

    /// <summary>Errors and warnings of compiler and generator.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public static GeneratorRun Of(string source, string path = "Source.cs") => Of(TestCompilation.Of((path, source)));

    public static GeneratorRun Of(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ObserveGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        GeneratorRun run = new(output, driver.GetRunResult());
        Assert.Null(run.Result.Results.Single().Exception);
        return run;
    }
}
