using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Parsing;

namespace Observe.CodeFixes.Editing;

/// <summary>Names of new local variables. A name is given once in a function, however many fixes are taken together.</summary>
internal sealed class LocalNames
{
    private readonly HashSet<(SyntaxNode Function, string Name)> _given = [];

    /// <summary>The wanted name, with a number where the function knows that name already.</summary>
    public string For(SemanticModel model, SyntaxNode place, string wanted)
    {
        SyntaxNode function = place.AncestorsAndSelf().LastOrDefault(static node =>
            node is BaseMethodDeclarationSyntax or GlobalStatementSyntax or BasePropertyDeclarationSyntax) ?? place.SyntaxTree.GetRoot();
        HashSet<string> taken = [.. model.LookupSymbols(place.SpanStart).Select(static symbol => symbol.Name)];
        taken.UnionWith(function.DescendantTokens()
            .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(static token => token.ValueText));

        // All top-level statements are one function.
        SyntaxNode scope = function is GlobalStatementSyntax ? function.Parent! : function;
        string name = wanted;
        for (int number = 2; taken.Contains(name) || !_given.Add((scope, name)); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return SymbolText.AsIdentifier(name);
    }
}
