using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Rules;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules.Pages;

/// <summary>An example of a page as the project of somebody who follows it: what is left out for brevity is filled in.</summary>
internal static partial class PageCompilation
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Text.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Observe;
        global using static Everyday;
        """;

    private static readonly CSharpCompilation s_empty = TestCompilation.OfProduct(OutputKind.DynamicallyLinkedLibrary, false, TestCompilation.ParseOptions);

    public static CSharpCompilation Of(PageExample example)
    {
        CSharpParseOptions options = OptionsOf(example.Code);
        string code = Elided().Replace(example.Code, "=> throw new NotImplementedException();");
        CSharpCompilation compilation = Forms(code)
            .Select(form => CSharpSyntaxTree.ParseText(form, options, "Example.cs"))
            .Where(static tree => !Errors(tree.GetDiagnostics()).Any())
            .Select(Compile)
            .MinBy(static compilation => Errors(compilation.GetDiagnostics()).Count())
            ?? throw new InvalidOperationException($"{example.Id}.md, line {example.Line} is neither a file nor members nor statements");
        return example is { IsToBeAvoided: true, Id: "OBS1003" } ? compilation : WithBodies(compilation, options);
    }

    // A whole file, members of a type, or statements: the example is what it compiles as.
    private static IEnumerable<string> Forms(string code) =>
    [
        code,
        $"public partial class Example\n{{\n{code}\n}}",
        $$"""
        #pragma warning disable CS0162 // the example may return itself
        public class Example
        {
            public async Task<string> RunAsync(RunContext run, Observer observer, CancellationToken cancellationToken)
            {
        {{code}}
                return await Task.FromResult("");
            }
        }
        """,
    ];

    // The language is the one that the example names as a project file would.
    private static CSharpParseOptions OptionsOf(string code) =>
        Language().Match(code) is { Success: true } named && LanguageVersionFacts.TryParse(named.Groups[1].Value, out LanguageVersion version)
            ? TestCompilation.ParseOptions.WithLanguageVersion(version)
            : TestCompilation.ParseOptions;

    private static CSharpCompilation Compile(SyntaxTree tree)
    {
        var options = (CSharpParseOptions)tree.Options;
        CompilationUnitSyntax root = tree.GetCompilationUnitRoot();
        bool isProgram = root.Members.Any(static member => member is GlobalStatementSyntax);
        return s_empty
            .WithOptions(s_empty.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary))
            .AddSyntaxTrees(
                tree,
                CSharpSyntaxTree.ParseText(Usings, options, "Usings.cs"),
                CSharpSyntaxTree.ParseText(EverydayCode.NamedBy(root), options, "Everyday.cs"));
    }

    private static IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);

    // A body that the page leaves out is the one that the error asks for.
    private static CSharpCompilation WithBodies(CSharpCompilation compilation, CSharpParseOptions options)
    {
        SyntaxTree tree = compilation.SyntaxTrees[0];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ObserveGenerator().AsSourceGenerator()], parseOptions: options);
        string code = tree.ToString();
        foreach (Diagnostic missing in driver.RunGenerators(compilation).GetRunResult().Diagnostics
            .Where(static diagnostic => diagnostic.Id == ShapeRules.CoreMissing.Id)
            .OrderByDescending(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            string signature = Signature().Match(missing.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).Groups[1].Value;
            int end = tree.GetRoot().FindNode(missing.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()!.Span.End;
            code = code.Insert(end, $"\n{signature} => throw new NotImplementedException();");
        }

        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(code, options, tree.FilePath));
    }

    [GeneratedRegex(@"=> …$", RegexOptions.Multiline)]
    private static partial Regex Elided();

    [GeneratedRegex(@"<LangVersion>(.+)</LangVersion>")]
    private static partial Regex Language();

    [GeneratedRegex(@"write it as '(.+)' in '")]
    private static partial Regex Signature();
}
