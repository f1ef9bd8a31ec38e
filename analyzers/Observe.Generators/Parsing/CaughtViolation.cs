using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Whether a catch clause swallows what a policy says by an exception, as far as syntax tells.</summary>
internal static class CaughtViolation
{
    /// <summary>
    /// Whether the clause catches everything, looks at nothing and lets nothing go on. Whoever uses the exception, or throws, has not
    /// swallowed it.
    /// </summary>
    public static bool IsSwallowedBy(CatchClauseSyntax clause) =>
        IsGeneral(clause)
        && LetsNearlyEverythingIn(clause.Filter)
        && !Uses(clause)
        && clause.Parent is TryStatementSyntax statement
        && !statement.Catches.TakeWhile(other => other != clause).Any(Mentions);

    /// <summary>The calls in a try block whose exceptions reach its catch clauses.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsIn(BlockSyntax block) => block.Statements
        .SelectMany(static statement => statement.DescendantNodes(static node => !EnclosingFunction.IsFunction(node) && !IsGuardedWithin(node)))
        .OfType<InvocationExpressionSyntax>();

    private static bool IsGeneral(CatchClauseSyntax clause) => clause.Declaration is null || NameText.Of(clause.Declaration.Type) == nameof(Exception);

    // "when (e is not OperationCanceledException)" leaves the violation in; of other conditions nobody knows.
    private static bool LetsNearlyEverythingIn(CatchFilterClauseSyntax? filter) =>
        filter is null
        || (filter.FilterExpression is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } && !MentionsViolation(filter));

    private static bool Uses(CatchClauseSyntax clause)
    {
        string? variable = clause.Declaration?.Identifier.ValueText;
        return clause.Block.DescendantNodes().Any(node =>
            node is ThrowStatementSyntax or ThrowExpressionSyntax
            || (node is IdentifierNameSyntax name
                && (name.Identifier.ValueText == variable || name.Identifier.ValueText == WellKnownNames.PolicyViolation)));
    }

    private static bool Mentions(CatchClauseSyntax clause) =>
        IsViolation(NameText.Of(clause.Declaration?.Type)) || (clause.Filter is not null && MentionsViolation(clause.Filter));

    private static bool MentionsViolation(SyntaxNode node) =>
        node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(static name => IsViolation(name.Identifier.ValueText));

    private static bool IsViolation(string? name) => name is WellKnownNames.PolicyViolation or "ObserveException";

    // An inner try that catches everything, or violations, leaves nothing to the outer one.
    private static bool IsGuardedWithin(SyntaxNode node) =>
        node is BlockSyntax { Parent: TryStatementSyntax inner } block
        && inner.Block == block
        && inner.Catches.Any(static clause => IsGeneral(clause) || Mentions(clause));
}
