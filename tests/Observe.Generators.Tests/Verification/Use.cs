using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Verification;

/// <summary>Checks what the user sees while typing: compiler, generator and every analyzer together.</summary>
internal static class Use
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Observe;

        """;

    /// <summary>
    /// The marked diagnostics are shown, and no other. Returns their messages. Rules that only inform speak of whole projects, which a
    /// test's source seldom is: they count where the source marks one of that id, or <paramref name="informing"/> names it.
    /// </summary>
    public static Task<IReadOnlyList<string>> VerifyAsync(string source, string? informing = null) =>
        VerifyAsync(source, OutputKind.DynamicallyLinkedLibrary, informing);

    /// <summary>The same for a program with top-level statements or a <c>Main</c>.</summary>
    public static Task<IReadOnlyList<string>> VerifyProgramAsync(string source, string? informing = null) =>
        VerifyAsync(source, OutputKind.ConsoleApplication, informing);

    private static async Task<IReadOnlyList<string>> VerifyAsync(string source, OutputKind kind, string? informing)
    {
        Markup markup = Markup.Parse(Usings + source);
        CSharpCompilation compilation = TestCompilation.Of(("Source.cs", markup.Source));
        IReadOnlyList<Diagnostic> all = await AnalyzerRun.OfAsync(compilation.WithOptions(compilation.Options.WithOutputKind(kind)));
        HashSet<string> counted = [.. markup.Expected.Select(static mark => mark.Id), informing ?? ""];
        List<Diagnostic> shown = [.. all.Where(diagnostic => diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning || counted.Contains(diagnostic.Id))];

        Assert.Equal(
            markup.Expected.Select(static mark => $"{mark.Id} at {mark.Span}"),
            shown.Select(static diagnostic => $"{diagnostic.Id} at {diagnostic.Location.SourceSpan}{Elsewhere(diagnostic)}"));
        return [.. shown.Select(static diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }

    // Neither in generated code nor somewhere without a place; the text helps to find out why it is there.
    private static string Elsewhere(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath == "Source.cs" ? "" : $" elsewhere: {diagnostic}";
}
