using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests;

/// <summary>Every file of <c>Cases</c> compiles without a warning, and what is generated for it has been read and accepted.</summary>
public sealed class CaseTests
{
    public static TheoryData<string> Cases =>
    [
        .. Directory.EnumerateFiles(TestFiles.Cases, "*.cs")
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_compiles_without_a_warning(string name)
    {
        GeneratorRun run = Run(name);

        Assert.True(run.Diagnostics.IsEmpty, string.Join("\n", run.Diagnostics) + "\n" + Text(run));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_generates_what_was_accepted(string name)
    {
        string actual = Text(Run(name));
        string path = Path.Combine(TestFiles.Verified, name + ".verified");
        if (TestFiles.AcceptsOutputs)
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_generates_the_same_text_every_time(string name) => Assert.Equal(Text(Run(name)), Text(Run(name)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generated_code_brings_no_warning_of_its_own_where_nullable_is_off(string name)
    {
        CSharpCompilation compilation = TestCompilation.Of((name + ".cs", Source(name)));
        compilation = compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable));

        Assert.DoesNotContain(GeneratorRun.Of(compilation).Diagnostics, diagnostic => diagnostic.Location.SourceTree?.FilePath != name + ".cs");
    }

    private static string Source(string name) => File.ReadAllText(Path.Combine(TestFiles.Cases, name + ".cs"));

    private static GeneratorRun Run(string name) => GeneratorRun.Of(Source(name), name + ".cs");

    private static string Text(GeneratorRun run) =>
        string.Join("\n", run.GeneratedSources.Select(static source => $"// ==== {source.HintName} ====\n{VerifiedText.Of(source)}"));
}
