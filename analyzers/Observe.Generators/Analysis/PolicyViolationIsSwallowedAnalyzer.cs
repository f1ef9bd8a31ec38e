using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2010: a policy blocks by an exception, so a catch that ignores every exception hides what was refused.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyViolationIsSwallowedAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.ViolationSwallowed];

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        ImmutableHashSet<string> observed = ObservedNames.In(context.Compilation, context.CancellationToken);
        context.RegisterSyntaxNodeAction(node => Analyze(node, (CatchClauseSyntax)node.Node, observed), SyntaxKind.CatchClause);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, CatchClauseSyntax clause, ImmutableHashSet<string> observed)
    {
        if (!CaughtViolation.IsSwallowedBy(clause) || clause.Parent is not TryStatementSyntax statement)
        {
            return;
        }

        foreach (InvocationExpressionSyntax call in CaughtViolation.CallsIn(statement.Block))
        {
            if (CalledName.Of(call) is { } name
                && (observed.Contains(name) || RunStarts.IsNameByHand(name))
                && context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method
                && (RunStarts.IsObserved(method) || RunStarts.IsByHand(method)))
            {
                context.Report(FlowRules.ViolationSwallowed, clause.CatchKeyword, method.Name);
                return;
            }
        }
    }
}
