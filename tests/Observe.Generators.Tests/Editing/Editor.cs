using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Editing;

/// <summary>An open file: one driver that sees every state of its text, one after the other.</summary>
internal sealed class Editor
{
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;

    public Editor(string source, params (string Path, string Source)[] others)
    {
        _driver = CSharpGeneratorDriver.Create([new ObserveGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        _compilation = TestCompilation.Of([("Source.cs", source), .. others]);
    }

    public CSharpCompilation Compilation => _compilation;

    /// <summary>What the generator wrote last.</summary>
    public string Written => string.Join("\n", _driver.GetRunResult().GeneratedTrees.Select(static tree => tree.ToString()));

    /// <summary>Replaces the text.</summary>
    public void Type(string source)
    {
        SyntaxTree tree = _compilation.SyntaxTrees[0];
        _compilation = _compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(source)));
    }

    /// <summary>Runs the generator on the text as it is. The driver stays as it was when that is cancelled.</summary>
    public void Generate(CancellationToken cancellationToken = default)
    {
        _driver = _driver.RunGenerators(_compilation, cancellationToken);
        Exception? exception = _driver.GetRunResult().Results.Single().Exception;
        Assert.True(exception is null, $"{exception}\n{_compilation.SyntaxTrees[0]}");
    }

    /// <summary>Runs every analyzer on the text and what was generated for it.</summary>
    public async Task AnalyzeAsync(CancellationToken cancellationToken = default)
    {
        List<string> failures = [];
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]),
            (exception, analyzer, _) => failures.Add($"{analyzer}: {exception}"),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        Compilation all = _compilation.AddSyntaxTrees(_driver.GetRunResult().GeneratedTrees);
        ImmutableArray<DiagnosticAnalyzer> analyzers = AnalyzerRun.Analyzers;
        await new CompilationWithAnalyzers(all, analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        Assert.True(failures.Count == 0, $"{string.Join("\n", failures)}\n{_compilation.SyntaxTrees[0]}");
    }
}
