using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Tests.Verification;

namespace Observe.Generators.Tests.Rules.Pages;

/// <summary>The everyday types and values that examples name without declaring them.</summary>
internal static class EverydayCode
{
    private static readonly CompilationUnitSyntax s_all = SyntaxFactory.ParseCompilationUnit(File.ReadAllText(TestFiles.Everyday));

    private static readonly ClassDeclarationSyntax s_values = s_all.Members.OfType<ClassDeclarationSyntax>().First();

    /// <summary>What <paramref name="code"/> names and does not declare, and what that names in turn.</summary>
    public static string NamedBy(CompilationUnitSyntax code)
    {
        HashSet<string> declared = [.. code.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(static type => type.Identifier.ValueText)];
        HashSet<string> named = Names(code);
        HashSet<MemberDeclarationSyntax> chosen = [];
        while (Everything().FirstOrDefault(member => IsMissing(member, named, declared) && chosen.Add(member)) is { } next)
        {
            named.UnionWith(Names(next));
        }

        IEnumerable<string> values = s_values.Members.Where(chosen.Contains).Select(static member => member.ToFullString());
        IEnumerable<string> types = s_all.Members.Where(chosen.Contains).Select(static member => member.ToFullString());
        return $"public static class Everyday {{ {string.Concat(values)} }}\n{string.Concat(types)}";
    }

    private static IEnumerable<MemberDeclarationSyntax> Everything() => s_values.Members.Concat(s_all.Members.Skip(1));

    private static bool IsMissing(MemberDeclarationSyntax member, HashSet<string> named, HashSet<string> declared) =>
        NameOf(member) is { } name && named.Contains(name) && !declared.Contains(name);

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    private static HashSet<string> Names(SyntaxNode code) =>
        [.. code.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText)];
}
