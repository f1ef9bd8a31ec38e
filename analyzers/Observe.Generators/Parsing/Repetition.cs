using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Code that may run more than once where it stands once.</summary>
internal static class Repetition
{
    /// <summary>Whether the node is a loop.</summary>
    public static bool Is(SyntaxNode node) =>
        node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
}
