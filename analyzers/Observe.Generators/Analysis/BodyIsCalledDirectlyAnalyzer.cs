using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2016: whoever calls a body instead of its declaration loses trace and policies.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodyIsCalledDirectlyAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.BodyCalled];

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        ImmutableHashSet<string> bodies = [.. ObservedNames.InSource(context.Compilation, context.CancellationToken).Select(ScopeNames.CoreOf)];
        if (bodies.IsEmpty)
        {
            return;
        }

        context.RegisterSyntaxNodeAction(node => AnalyzeCall(node, (InvocationExpressionSyntax)node.Node, bodies), SyntaxKind.InvocationExpression);
        context.RegisterSyntaxNodeAction(
            node => Analyze(node, ((EqualsValueClauseSyntax)node.Node).Value, bodies), SyntaxKind.EqualsValueClause);
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, ImmutableHashSet<string> bodies)
    {
        if (call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" })
        {
            return;
        }

        Analyze(context, call.Expression, bodies);
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            Analyze(context, argument.Expression, bodies);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ExpressionSyntax mention, ImmutableHashSet<string> bodies)
    {
        if (CalledName.NameOf(mention) is { } name
            && bodies.Contains(name.Identifier.ValueText)
            && mention is not MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax }
            && context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is IMethodSymbol body
            && ObservedBody.DeclarationOf(body) is { } declaration
            && !IsWithin(context, name, body))
        {
            context.Report(FlowRules.BodyCalled, name.Identifier, body.Name, declaration.Name);
        }
    }

    // Recursion goes on within the same call; one overload may be written by means of another.
    private static bool IsWithin(SyntaxNodeAnalysisContext context, SyntaxNode mention, IMethodSymbol body) =>
        mention.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } caller
        && caller.Identifier.ValueText == body.Name
        && context.SemanticModel.GetDeclaredSymbol(caller, context.CancellationToken) is { } symbol
        && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, body.ContainingType.OriginalDefinition);
}
