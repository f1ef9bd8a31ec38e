using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2011: what nobody waits for may go on after the run whose context it has captured.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RunContextIsCapturedAnalyzer : ObserveAnalyzer
{
    private const string Threading = "System.Threading";
    private const string Unawaited = "is captured by code that nobody waits for";
    private const string Returned = "is captured by a function that is returned";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.ContextOutlivesRun];

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(static node => AnalyzeCall(node, (InvocationExpressionSyntax)node.Node), SyntaxKind.InvocationExpression);
        context.RegisterSyntaxNodeAction(
            static node => AnalyzeCreation(node, (BaseObjectCreationExpressionSyntax)node.Node),
            SyntaxKind.ObjectCreationExpression,
            SyntaxKind.ImplicitObjectCreationExpression);
        context.RegisterSyntaxNodeAction(static node => AnalyzeHandler(node, (AssignmentExpressionSyntax)node.Node), SyntaxKind.AddAssignmentExpression);
        context.RegisterSyntaxNodeAction(static node => AnalyzeResult(node, ((ReturnStatementSyntax)node.Node).Expression), SyntaxKind.ReturnStatement);
        context.RegisterSyntaxNodeAction(static node => AnalyzeResult(node, ((ArrowExpressionClauseSyntax)node.Node).Expression), SyntaxKind.ArrowExpressionClause);
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call)
    {
        if (CalledName.Of(call) is { } name
            && (name is "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" || (name is "Run" or "StartNew" && UnusedValue.AndNobodyWaits(call)))
            && LambdaOf(call.ArgumentList) is { } lambda
            && context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol { ContainingType: var type }
            && (type.Is(Threading, "ThreadPool") || type.Is($"{Threading}.Tasks", "Task") || type.Is($"{Threading}.Tasks", "TaskFactory")))
        {
            Report(context, lambda, Unawaited);
        }
    }

    private static void AnalyzeCreation(SyntaxNodeAnalysisContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if ((creation is not ObjectCreationExpressionSyntax { Type: var written } || NameText.Of(written) is "Thread" or "Timer")
            && LambdaOf(creation.ArgumentList) is { } lambda
            && !IsEnded(creation)
            && context.SemanticModel.GetTypeInfo(creation, context.CancellationToken).Type is { } type
            && (type.Is(Threading, "Thread") || type.Is(Threading, "Timer")))
        {
            Report(context, lambda, Unawaited);
        }
    }

    private static void AnalyzeHandler(SyntaxNodeAnalysisContext context, AssignmentExpressionSyntax assignment)
    {
        if (assignment.Right is AnonymousFunctionExpressionSyntax lambda
            && !(assignment.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver }
                && context.SemanticModel.GetSymbolInfo(receiver, context.CancellationToken).Symbol is ILocalSymbol or IParameterSymbol)
            && context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol is IEventSymbol)
        {
            Report(context, lambda, "is captured by a handler of an event");
        }
    }

    private static void AnalyzeResult(SyntaxNodeAnalysisContext context, ExpressionSyntax? result)
    {
        if (result is AnonymousFunctionExpressionSyntax lambda
            && ContextSource.CapturedBy(lambda, context.SemanticModel, context.CancellationToken) is { } captured
            && context.SemanticModel.GetSymbolInfo(captured, context.CancellationToken).Symbol is IParameterSymbol parameter
            && ContextSource.IsGivenByRun(parameter, context.CancellationToken))
        {
            Report(context, captured, Returned);
        }
    }

    private static AnonymousFunctionExpressionSyntax? LambdaOf(ArgumentListSyntax? arguments) => arguments?.Arguments
        .Select(static argument => argument.Expression)
        .OfType<AnonymousFunctionExpressionSyntax>()
        .FirstOrDefault();

    // Somebody joins the thread, or disposes the timer.
    private static bool IsEnded(BaseObjectCreationExpressionSyntax creation) =>
        creation.FirstAncestorOrSelf<StatementSyntax>() is UsingStatementSyntax
            or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword }
        || EnclosingFunction.Of(creation) is not { } function
        || EnclosingFunction.AllNodes(function)
            .OfType<IdentifierNameSyntax>()
            .Any(static name => name.Identifier.ValueText is "Join" or "Dispose" or "DisposeAsync");

    private static void Report(SyntaxNodeAnalysisContext context, AnonymousFunctionExpressionSyntax lambda, string how)
    {
        if (ContextSource.CapturedBy(lambda, context.SemanticModel, context.CancellationToken) is { } captured)
        {
            Report(context, captured, how);
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, IdentifierNameSyntax captured, string how) => context.Report(
        FlowRules.ContextOutlivesRun, captured, captured.Identifier.ValueText, how, "take what is needed from it before, or wait within the run");
}
