using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>
/// The function that code runs in: a method, an accessor, a local function, a lambda. For top-level statements it is their file.
/// </summary>
internal static class EnclosingFunction
{
    public static SyntaxNode? Of(SyntaxNode code)
    {
        for (SyntaxNode? node = code.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax:
                case LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax:
                    return node;
                case GlobalStatementSyntax:
                    return node.Parent;
                case BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Everything in the function, other functions in it excepted.</summary>
    public static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode function) => Parts(function)
        .SelectMany(static part => part.DescendantNodesAndSelf(static node => !IsFunction(node)));

    /// <summary>Everything in the function, with the functions in it.</summary>
    public static IEnumerable<SyntaxNode> AllNodes(SyntaxNode function) => Parts(function)
        .SelectMany(static part => part.DescendantNodesAndSelf());

    /// <summary>Whether the function may await.</summary>
    public static bool IsAsync(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.AsyncKeyword),
        CompilationUnitSyntax unit => OwnNodes(unit).Any(Awaits),
        _ => false,
    };

    /// <summary>Whether the node is a function within another.</summary>
    public static bool IsFunction(SyntaxNode node) => node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static IEnumerable<SyntaxNode> Parts(SyntaxNode function) =>
        function is CompilationUnitSyntax unit ? unit.Members.OfType<GlobalStatementSyntax>() : function.ChildNodes();

    private static bool Awaits(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => true,
        CommonForEachStatementSyntax loop => loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        UsingStatementSyntax block => block.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        LocalDeclarationStatementSyntax local => local.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword),
        _ => false,
    };
}
