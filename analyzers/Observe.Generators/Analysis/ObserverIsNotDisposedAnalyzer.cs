using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2003: an observer exports the last runs when it is disposed, if somebody waits for that.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObserverIsNotDisposedAnalyzer : CallAnalyzer
{
    private const string Dispose = "DisposeAsync";
    private const string Flush = "FlushAsync";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.ObserverNotDisposed];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) =>
        static name => name is Dispose or Flush || ObserverStarts.IsName(name);

    /// <inheritdoc/>
    private protected override bool CanMatter(InvocationExpressionSyntax call) =>
        CalledName.Of(call) is Dispose or Flush ? MayGoUnawaited(call) : ObserverStarts.MayBeOne(call);

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (!method.ContainingType.IsOurs(WellKnownNames.Observer))
        {
            return;
        }

        SyntaxToken name = CalledName.NameOf(call.Expression)!.Identifier;
        if (method.Name is Dispose or Flush)
        {
            if (IsUnawaited(context, call))
            {
                context.Report(FlowRules.ObserverNotDisposed, name, $"Nobody waits for '{method.Name}'", "await it");
            }
        }
        else if (ObserverStarts.Is(method))
        {
            if (ObserverLifetime.IsForgotten(call))
            {
                context.Report(
                    FlowRules.ObserverNotDisposed, name, $"'{ObserverLifetime.LocalOf(call)}' is never disposed", "declare it with 'await using'");
            }
            else if ((UnusedValue.Is(call) || ObserverLifetime.IsUsed(call)) && !IsReachedOtherwise(context, call))
            {
                context.Report(
                    FlowRules.ObserverNotDisposed, name, "Nobody keeps this observer to dispose it", "write 'await using Observer observer = …'");
            }
        }
    }

    private static bool MayGoUnawaited(InvocationExpressionSyntax call) =>
        UnusedValue.AndNobodyWaits(call) || OwnerOf(call) is AnonymousFunctionExpressionSyntax || IsBodyOfVoid(call);

    // A discarded flush says that nobody wants to wait; a discarded end of the observer is none.
    private static bool IsUnawaited(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call) =>
        OwnerOf(call) is AnonymousFunctionExpressionSyntax lambda
            ? context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol { ReturnsVoid: true }
            : CalledName.Of(call) == Dispose || OwnerOf(call) is not AssignmentExpressionSyntax;

    // void Stop() => observer.DisposeAsync();
    private static bool IsBodyOfVoid(InvocationExpressionSyntax call) =>
        OwnerOf(call) is ArrowExpressionClauseSyntax { Parent: var method }
        && (method switch
        {
            MethodDeclarationSyntax { ReturnType: var type } => type,
            LocalFunctionStatementSyntax { ReturnType: var type } => type,
            _ => null,
        }) is PredefinedTypeSyntax;

    // What stands around the call: () => observer?.DisposeAsync()
    private static SyntaxNode? OwnerOf(ExpressionSyntax call) =>
        call.Parent is ConditionalAccessExpressionSyntax outer && outer.WhenNotNull == call ? OwnerOf(outer) : call.Parent;

    // Observer.Default leads to the observer of the process from everywhere; a test may only want to see an exception.
    private static bool IsReachedOtherwise(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call) =>
        (EnclosingFunction.Of(call) is AnonymousFunctionExpressionSyntax && Rehearsal.Is(context.Compilation))
        || (CalledName.Of(call) == "Start"
            && context.Compilation.SyntaxTrees.Any(tree =>
                tree.GetText(context.CancellationToken).ToString().Contains("Observer.Default")));
}
