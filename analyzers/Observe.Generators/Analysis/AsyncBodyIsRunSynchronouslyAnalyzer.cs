using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2019: <c>Run</c> ends its run when the body returns, which an asynchronous body does where it waits first.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncBodyIsRunSynchronouslyAnalyzer : CallAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.AsyncBodyRunSynchronously];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => static name => name == "Run";

    /// <inheritdoc/>
    private protected override bool CanMatter(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Count is 2 or 3;

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (RunStarts.IsByHand(method) && (HasAsyncBody(call) || (method.TypeArguments is [var result] && IsTask(result))))
        {
            context.Report(FlowRules.AsyncBodyRunSynchronously, CalledName.NameOf(call.Expression)!.Identifier);
        }
    }

    private static bool HasAsyncBody(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Any(static argument =>
        argument.Expression is AnonymousFunctionExpressionSyntax body && body.Modifiers.Any(SyntaxKind.AsyncKeyword));

    private static bool IsTask(ITypeSymbol type) =>
        type.WithBases().Any(static candidate => candidate.Is("System.Threading.Tasks", "Task") || candidate.Is("System.Threading.Tasks", "ValueTask"));
}
