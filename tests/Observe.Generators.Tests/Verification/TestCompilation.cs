using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Verification;

/// <summary>Compilations as strict as a user's can be: every warning an error.</summary>
internal static class TestCompilation
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsReference(Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

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

    private static bool IsReference(string file) =>
        file is "Observe.dll" or "Microsoft.CSharp.dll" or "netstandard.dll" or "mscorlib.dll"
        || file.StartsWith("System.", StringComparison.Ordinal);
}
