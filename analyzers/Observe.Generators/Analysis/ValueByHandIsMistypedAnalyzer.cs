using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2007: a score that is a text is a category, one that is no number is useless; a tag of nothing is not set.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueByHandIsMistypedAnalyzer : CallAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RecordingRules.ValueMistyped];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => static name => name is "RecordScore" or "SetTag";

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if ((method.ContainingType.IsOurs(WellKnownNames.RunContext) || method.ContainingType.IsOurs(WellKnownNames.Observer))
            && NamedArguments.Of(call.ArgumentList, method, "value") is { } value
            && (method.Name == "SetTag" ? ProblemOfTag(context, value) : ProblemOfScore(context, method, value)) is { } problem)
        {
            context.Report(RecordingRules.ValueMistyped, value, method.Name, problem);
        }
    }

    private static string? ProblemOfTag(SyntaxNodeAnalysisContext context, ExpressionSyntax value) =>
        Constants.IsNull(context.SemanticModel, value, context.CancellationToken)
            ? "null, which sets nothing; give a text, or leave the call out"
            : null;

    private static string? ProblemOfScore(SyntaxNodeAnalysisContext context, IMethodSymbol method, ExpressionSyntax value)
    {
        if (method.Parameters.First(static parameter => parameter.Name == "value").Type.SpecialType == SpecialType.System_String)
        {
            return DisguisedValue.Of(context.SemanticModel, value, context.CancellationToken) is { } meant
                ? $"a text, which is a category and can never be averaged; write {meant}"
                : null;
        }

        return Constants.NumberOf(context.SemanticModel, value, context.CancellationToken) is { } number
            && (double.IsNaN(number) || double.IsInfinity(number))
            ? $"{number.ToString(CultureInfo.InvariantCulture)}, which spoils every average; leave the call out where there is no score"
            : null;
    }
}
