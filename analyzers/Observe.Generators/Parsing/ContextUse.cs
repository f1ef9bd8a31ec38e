using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>What some code does with the context of a run, by syntax alone.</summary>
internal static class ContextUse
{
    /// <summary>The members that are used of a context under this name, or null where it is handed on to somebody else.</summary>
    public static IReadOnlyCollection<string>? Of(IEnumerable<SyntaxNode> code, string context) =>
        Collect(code, context, isActiveRun: false);

    /// <summary>The same for the context of an <c>ActiveRun</c> under this name.</summary>
    public static IReadOnlyCollection<string>? OfActiveRun(IEnumerable<SyntaxNode> code, string run) =>
        Collect(code, run, isActiveRun: true);

    private static HashSet<string>? Collect(IEnumerable<SyntaxNode> code, string variable, bool isActiveRun)
    {
        HashSet<string> members = [];
        foreach (IdentifierNameSyntax name in code.SelectMany(static node => node.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == WellKnownNames.RunContext)
            {
                return null; // what is done with RunContext.Current is done with this run too
            }

            if (name.Identifier.ValueText != variable || IsNoVariable(name))
            {
                continue;
            }

            SimpleNameSyntax? member = MemberOf(name);
            if (isActiveRun && member is { Identifier.ValueText: "Context" })
            {
                member = MemberOf((ExpressionSyntax)member.Parent!);
            }
            else if (isActiveRun && member is not null)
            {
                continue; // Fail and Dispose
            }

            if (member is null)
            {
                return null;
            }

            members.Add(member.Identifier.ValueText);
        }

        return members;
    }

    private static SimpleNameSyntax? MemberOf(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Expression == expression => member.Name,
        ConditionalAccessExpressionSyntax access when access.Expression == expression =>
            access.WhenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault()?.Name,
        ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax => MemberOf((ExpressionSyntax)expression.Parent),
        _ => null,
    };

    private static bool IsNoVariable(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax member => member.Name == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => true,
        _ => false,
    };
}
