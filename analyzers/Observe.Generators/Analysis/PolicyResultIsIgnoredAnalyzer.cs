using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2009: a check of the policies never throws, so an answer that nobody looks at stops nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyResultIsIgnoredAnalyzer : CallAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RecordingRules.PolicyResultIgnored];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => static name => name is "CheckPolicy" or "CheckPolicyAsync";

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (method.ContainingType.IsOurs(WellKnownNames.RunContext) && UnusedValue.Is(call))
        {
            context.Report(RecordingRules.PolicyResultIgnored, CalledName.NameOf(call.Expression)!, method.Name);
        }
    }
}
