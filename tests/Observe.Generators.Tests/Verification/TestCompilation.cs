using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Verification;

/// <summary>Compilations as strict as a user's can be: every warning an error.</summary>
internal static class TestCompilation
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. Files()
            .Where(static path => IsReference(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    // The SDK silences these: a library may have been compiled against an older framework.
    private static readonly ImmutableDictionary<string, ReportDiagnostic> s_quietInEveryProject = ImmutableDictionary<string, ReportDiagnostic>.Empty
        .Add("CS1701", ReportDiagnostic.Suppress)
        .Add("CS1702", ReportDiagnostic.Suppress);

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13);

    public static CSharpCompilation Of(params (string Path, string Source)[] files) => Of(ParseOptions, files);

    public static CSharpCompilation Of(CSharpParseOptions options, params (string Path, string Source)[] files) =>
        CSharpCompilation.Create(
            "UserCode",
            files.Select(file => CSharpSyntaxTree.ParseText(file.Source, options, file.Path)),
            s_references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                warningLevel: 9999));

    /// <summary>A compilation that may use the clients of language models as well.</summary>
    public static CSharpCompilation WithClients(string source) =>
        Of(("Source.cs", source)).AddReferences(Files()
            .Where(static path => Path.GetFileName(path) is "Anthropic.dll" or "Microsoft.Extensions.AI.Abstractions.dll" or "OpenAI.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)));

    /// <summary>A compilation like that of a product: the web framework is there, and a test framework only where tests are.</summary>
    public static CSharpCompilation OfProduct(OutputKind kind, bool hasTests, CSharpParseOptions options, params (string Path, string Source)[] files)
    {
        CSharpCompilation compilation = Of(options, files);
        return compilation
            .WithOptions(compilation.Options.WithOutputKind(kind).WithSpecificDiagnosticOptions(s_quietInEveryProject))
            .AddReferences(Files()
                .Where(path => IsOfProduct(Path.GetFileName(path), hasTests))
                .Select(static path => MetadataReference.CreateFromFile(path)));
    }

    private static bool IsOfProduct(string file, bool hasTests) =>
        file.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || file.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
        || (hasTests && file.StartsWith("xunit.", StringComparison.Ordinal));

    private static string[] Files() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static bool IsReference(string file) =>
        file is "Observe.dll" or "Microsoft.CSharp.dll" or "netstandard.dll" or "mscorlib.dll"
        || file.StartsWith("System.", StringComparison.Ordinal);
}
