using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules;

/// <summary>A project decides about the severity of a rule, and a line about its silence, as with every other rule of the compiler.</summary>
public sealed class SeverityTests
{
    public static TheoryData<string, string> Reported => new()
    {
        { "OBS1001", "[Observe.Step]\n    public int Add(int left) => left;" },
        { "OBS2009", "public void Look(Observe.RunContext run)\n    {\n        run.CheckPolicy();\n    }" },
        { "OBS3003", "public string Key => \"ghp_9aX2mQ7rT4vB8nK1sD5wE3yU6iO0pLcZfGhJ\";" },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    public async Task An_editorconfig_sets_the_severity(string id, string member)
    {
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await OursAsync(In(member), id, ReportDiagnostic.Info)).Severity);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await OursAsync(In(member), id, ReportDiagnostic.Error)).Severity);
        Assert.Empty(await OursAsync(In(member), id, ReportDiagnostic.Suppress));
    }

    [Theory]
    [MemberData(nameof(Reported))]
    public async Task A_pragma_silences_a_place(string id, string member)
    {
        Assert.Empty(await OursAsync(In($"\n#pragma warning disable {id}\n    {member}"), id, ReportDiagnostic.Default));
        Assert.Single(await OursAsync(In($"\n#pragma warning disable {id}\n#pragma warning restore {id}\n    {member}"), id, ReportDiagnostic.Default));
    }

    private static string In(string member) => $$"""
        public partial class Agent
        {
            {{member}}
        }
        """;

    private static async Task<IReadOnlyList<Diagnostic>> OursAsync(string source, string id, ReportDiagnostic severity)
    {
        CSharpCompilation compilation = TestCompilation.Of(("Source.cs", source));
        compilation = compilation.WithOptions(compilation.Options
            .WithGeneralDiagnosticOption(ReportDiagnostic.Default)
            .WithSyntaxTreeOptionsProvider(new EditorConfig(id, severity)));
        return [.. (await AnalyzerRun.OfAsync(compilation)).Where(diagnostic => diagnostic.Id == id)];
    }

    /// <summary>What the compiler makes of <c>dotnet_diagnostic.ID.severity</c>.</summary>
    private sealed class EditorConfig(string id, ReportDiagnostic configured) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = configured;
            return diagnosticId == id && configured != ReportDiagnostic.Default;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }
    }
}
