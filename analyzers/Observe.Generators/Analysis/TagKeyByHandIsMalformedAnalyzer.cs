using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2006: a tag whose key breaks the rule is not set.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TagKeyByHandIsMalformedAnalyzer : CallAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RecordingRules.TagKeyMalformed];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => static name => name == "SetTag";

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (method.ContainingType.IsOurs(WellKnownNames.RunContext)
            && NamedArguments.Of(call.ArgumentList, method, "key") is { } place
            && Constants.TextOf(context.SemanticModel, place, context.CancellationToken) is { } key
            && !TagKeys.IsValid(key))
        {
            context.Report(RecordingRules.TagKeyMalformed, place, key, TagKeys.Remedy(key));
        }
    }
}
