using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2002: starting an observer while there is one throws.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObserverIsStartedTwiceAnalyzer : CallAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.ObserverTwice];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => static name => name == "Start";

    /// <inheritdoc/>
    private protected override bool CanMatter(InvocationExpressionSyntax call) => ObserverStarts.MayBeOne(call);

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (ObserverStarts.IsForProcess(method)
            && EnclosingFunction.Of(call) is { } function
            && (ObserverLifetime.IsRepeated(call, function) || Follows(context, call, function)))
        {
            context.Report(FlowRules.ObserverTwice, CalledName.NameOf(call.Expression)!);
        }
    }

    private static bool Follows(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, SyntaxNode function) =>
        EnclosingFunction.OwnNodes(function)
            .OfType<InvocationExpressionSyntax>()
            .TakeWhile(first => first.SpanStart < call.SpanStart)
            .Any(first => ObserverStarts.MayBeOne(first)
                && ObserverLifetime.Lasts(first, call, function)
                && context.SemanticModel.GetSymbolInfo(first, context.CancellationToken).Symbol is IMethodSymbol method
                && ObserverStarts.IsForProcess(method));
}
