using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2024: a run by hand that answers something says what; its trace shows no answer else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RunByHandHasNoResultAnalyzer : CallAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RecordingRules.ResultMissing];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => RunStarts.IsNameByHand;

    /// <inheritdoc/>
    private protected override bool CanMatter(InvocationExpressionSyntax call) => BodyOf(call) is { HasNoResult: true };

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (RunStarts.IsByHand(method)
            && BodyOf(call) is { } run
            && WhyOneIsMissing(context, call, method, run) is { } reason)
        {
            context.Report(RecordingRules.ResultMissing, CalledName.NameOf(call.Expression)!, method.Name, reason);
        }
    }

    // A run that only does some work needs no result; so there has to be a sign that something came out.
    private static string? WhyOneIsMissing(
        SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method, RunByHand run) =>
        run.Question is { } question ? question
        : RunByHand.HasInputs(call) ? "records what went in"
        : !run.Records ? null
        : method.Arity > 0 ? "returns a value that is not recorded"
        : run.OutsideAnswer(context.SemanticModel, context.CancellationToken) is { } answer ? $"hands out '{answer}'"
        : null;

    private static RunByHand? BodyOf(InvocationExpressionSyntax call) =>
        CalledName.Of(call) == "Begin" ? RunByHand.OfUsing(call) : RunByHand.OfLambda(call);
}
