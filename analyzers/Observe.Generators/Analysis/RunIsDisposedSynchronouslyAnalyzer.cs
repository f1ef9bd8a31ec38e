using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2012: code that awaits disposes of a run by <c>await using</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RunIsDisposedSynchronouslyAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.DisposedSynchronously];

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(static node => AnalyzeLocal(node, (LocalDeclarationStatementSyntax)node.Node), SyntaxKind.LocalDeclarationStatement);
        context.RegisterSyntaxNodeAction(static node => AnalyzeBlock(node, (UsingStatementSyntax)node.Node), SyntaxKind.UsingStatement);
    }

    private static void AnalyzeLocal(SyntaxNodeAnalysisContext context, LocalDeclarationStatementSyntax local)
    {
        if (local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) && !local.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
        {
            Analyze(context, local.UsingKeyword, local.Declaration.Variables.FirstOrDefault()?.Initializer?.Value);
        }
    }

    private static void AnalyzeBlock(SyntaxNodeAnalysisContext context, UsingStatementSyntax block)
    {
        if (!block.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
        {
            Analyze(context, block.UsingKeyword, block.Expression ?? block.Declaration?.Variables.FirstOrDefault()?.Initializer?.Value);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, SyntaxToken keyword, ExpressionSyntax? run)
    {
        if (run is InvocationExpressionSyntax call
            && CalledName.Of(call) == "Begin"
            && EnclosingFunction.Of(call) is { } function
            && EnclosingFunction.IsAsync(function)
            && !call.Ancestors().TakeWhile(node => node != function).Any(static node => node is LockStatementSyntax or UnsafeStatementSyntax)
            && context.SemanticModel.GetTypeInfo(call, context.CancellationToken).Type.IsOurs(WellKnownNames.ActiveRun))
        {
            context.Report(FlowRules.DisposedSynchronously, keyword);
        }
    }
}
