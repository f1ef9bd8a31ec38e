using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>Names of new local variables.</summary>
internal static class LocalName
{
    /// <summary>The wanted name, with a number where the function knows that name already.</summary>
    public static string For(SemanticModel model, SyntaxNode place, string wanted)
    {
        HashSet<string> taken = [.. model.LookupSymbols(place.SpanStart).Select(static symbol => symbol.Name)];
        SyntaxNode? function = place.AncestorsAndSelf().LastOrDefault(static node =>
            node is BaseMethodDeclarationSyntax or GlobalStatementSyntax or BasePropertyDeclarationSyntax);
        if (function is not null)
        {
            taken.UnionWith(function.DescendantTokens()
                .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(static token => token.ValueText));
        }

        string name = wanted;
        for (int number = 2; taken.Contains(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return SymbolText.AsIdentifier(name);
    }
}
