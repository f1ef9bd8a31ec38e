using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>What is done in and right before a statement, on the straight way to it.</summary>
internal static class NearbyStatement
{
    /// <summary>The statement, and so many before it in the same block.</summary>
    public static IEnumerable<StatementSyntax> UpTo(StatementSyntax statement, int before)
    {
        SyntaxList<StatementSyntax> block = statement.Parent switch
        {
            BlockSyntax parent => parent.Statements,
            SwitchSectionSyntax parent => parent.Statements,
            GlobalStatementSyntax { Parent: CompilationUnitSyntax file } =>
                [.. file.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement)],
            _ => [statement],
        };
        int last = Math.Max(0, block.IndexOf(statement));
        for (int i = Math.Max(0, last - before); i <= last; i++)
        {
            yield return block[i];
        }
    }

    /// <summary>The calls that a statement makes itself, not those of blocks and functions inside it.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Calls(StatementSyntax statement) =>
        statement.DescendantNodes(static node => node is not BlockSyntax && !EnclosingFunction.IsFunction(node))
            .OfType<InvocationExpressionSyntax>();
}
