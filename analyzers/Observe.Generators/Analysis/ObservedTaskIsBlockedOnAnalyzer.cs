using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Model;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2017: an observed asynchronous method is awaited, not blocked on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObservedTaskIsBlockedOnAnalyzer : CallAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.BlockedOn];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => ObservedNames.In(compilation, CancellationToken.None).Contains;

    /// <inheritdoc/>
    private protected override bool CanMatter(InvocationExpressionSyntax call) => BlockedTask.By(call) is not null;

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (RunStarts.IsObserved(method)
            && ReturnType.Of(method).Shape is ReturnShape.Task or ReturnShape.TaskOfResult or ReturnShape.ValueTask or ReturnShape.ValueTaskOfResult)
        {
            context.Report(FlowRules.BlockedOn, CalledName.NameOf(call.Expression)!.Identifier, method.Name, BlockedTask.By(call)!);
        }
    }
}
