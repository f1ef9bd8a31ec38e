using Microsoft.CodeAnalysis;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.DocsAgent;

/// <summary>What is generated for the program of the README, as its user finds it with <c>EmitCompilerGeneratedFiles</c>.</summary>
public sealed class DocsAgentTests
{
    // What ImplicitUsings gives a console program.
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    [Fact]
    public void The_sample_generates_what_was_accepted()
    {
        GeneratedSourceResult source = Assert.Single(Run().GeneratedSources);
        string actual = VerifiedText.Of(source);
        string path = Path.Combine(TestFiles.DocsAgent, source.HintName + ".verified");
        if (TestFiles.AcceptsOutputs)
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    // The sample's command line and its regular expressions need a package and a generator that are not here.
    [Fact]
    public void Nothing_that_is_generated_for_the_sample_is_in_error() =>
        Assert.DoesNotContain(
            Run().Diagnostics,
            static diagnostic => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);

    private static GeneratorRun Run() => GeneratorRun.Of(TestCompilation.Of(
    [
        ("GlobalUsings.cs", GlobalUsings),
        .. Directory.EnumerateFiles(TestFiles.DocsAgentSources, "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Order(StringComparer.Ordinal)
            .Select(static path => (Path.GetFileName(path), File.ReadAllText(path))),
    ]));
}
