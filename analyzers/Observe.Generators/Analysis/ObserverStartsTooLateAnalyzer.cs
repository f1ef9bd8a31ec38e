using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2001: what a program does before it starts its observer is not recorded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObserverStartsTooLateAnalyzer : CallAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.ObserverTooLate];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => static name => name == "Start";

    /// <inheritdoc/>
    private protected override bool CanMatter(InvocationExpressionSyntax call) => ObserverStarts.MayBeOne(call);

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (!ObserverStarts.IsForProcess(method) || EnclosingFunction.Of(call) is not { } function || !IsEntryPoint(function))
        {
            return;
        }

        ImmutableHashSet<string> observed = ObservedNames.In(context.Compilation, context.CancellationToken);
        foreach (InvocationExpressionSyntax early in EnclosingFunction.OwnNodes(function).OfType<InvocationExpressionSyntax>())
        {
            if (early.SpanStart >= call.SpanStart || ObserverStarts.MayBeOne(early))
            {
                return; // the start itself, or another observer that the calls after it may belong to
            }

            if (CalledName.NameOf(early.Expression) is { Identifier: var name }
                && (observed.Contains(name.ValueText) || RunStarts.IsNameByHand(name.ValueText))
                && !Leaves(early, call)
                && context.SemanticModel.GetSymbolInfo(early, context.CancellationToken).Symbol is IMethodSymbol agent
                && RunStarts.Is(agent)
                && !(agent is { IsStatic: false } && agent.ContainingType.IsOurs(WellKnownNames.Observer)))
            {
                context.Report(FlowRules.ObserverTooLate, name, name.ValueText);
                return;
            }
        }
    }

    private static bool IsEntryPoint(SyntaxNode function) =>
        function is CompilationUnitSyntax
        || (function is MethodDeclarationSyntax { Identifier.ValueText: "Main" } method && method.Modifiers.Any(SyntaxKind.StaticKeyword));

    // A branch that ends the program wants no observer.
    private static bool Leaves(InvocationExpressionSyntax early, InvocationExpressionSyntax start) => early.Ancestors()
        .TakeWhile(node => !node.Span.Contains(start.Span))
        .Any(static node => node is ReturnStatementSyntax
            || (node is BlockSyntax block && Ends(block.Statements.LastOrDefault()))
            || (node is SwitchSectionSyntax section && Ends(section.Statements.LastOrDefault())));

    private static bool Ends(StatementSyntax? last) =>
        last is ReturnStatementSyntax or ThrowStatementSyntax
        || (last is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && CalledName.Of(call) is "Exit" or "FailFast");
}
