using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Observe.Generators.Tests.Verification;

/// <summary>Checks what the user sees for a piece of code, down to the last error: compiler and generator together.</summary>
internal static class Rule
{
    private const string Usings = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Observe;

        """;

    /// <summary>The marked diagnostics are shown, and no other. Returns their messages.</summary>
    public static IReadOnlyList<string> Verify(string source) => Verify(source, TestCompilation.ParseOptions);

    public static IReadOnlyList<string> Verify(string source, CSharpParseOptions options)
    {
        Markup markup = Markup.Parse(Usings + source);
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Of(options, ("Source.cs", markup.Source)));

        Assert.Equal(
            markup.Expected.Select(static mark => $"{mark.Id} at {mark.Span}"),
            run.Diagnostics.Select(static diagnostic => $"{diagnostic.Id} at {diagnostic.Location.SourceSpan}{Elsewhere(diagnostic)}"));
        return [.. run.Diagnostics.Select(static diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }

    // A diagnostic in generated code is never expected; its text helps to find out why it is there.
    private static string Elsewhere(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.FilePath == "Source.cs" ? "" : $" in generated code: {diagnostic}";
}
