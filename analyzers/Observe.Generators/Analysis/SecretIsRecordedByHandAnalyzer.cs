using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS3001: what is recorded by hand is called like a secret.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretIsRecordedByHandAnalyzer : CallAnalyzer
{
    private const string Remedy = "leave it out, or record only what may be seen";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [PrivacyRules.SecretName];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation) => static name => name is "SetTag" or "SetMetadata" or "Map";

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (method.ContainingType.IsOurs(WellKnownNames.RunContext) && NamedArguments.Of(call, method, "key", "value") is { } entry)
        {
            Analyze(context, entry.First, entry.Second);
        }
        else if (method.ContainingType.IsOurs(WellKnownNames.CapturedValue))
        {
            foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
            {
                if (argument.Expression is TupleExpressionSyntax { Arguments: [var name, var value] })
                {
                    Analyze(context, name.Expression, value.Expression);
                }
            }
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ExpressionSyntax key, ExpressionSyntax value)
    {
        if (context.SemanticModel.GetConstantValue(key, context.CancellationToken) is { Value: string name }
            && SensitiveNames.Of(name) is { } noun
            && !HarmlessValues.Is(value, context.SemanticModel, context.CancellationToken)
            && context.SemanticModel.GetTypeInfo(value, context.CancellationToken).Type is { } type
            && SensitiveValues.CanBe(type, noun)
            && !IsToldOf(value, context))
        {
            context.Report(PrivacyRules.SecretName, value, name, noun.Phrase, Remedy);
        }
    }

    // What is marked is the business of OBS3005.
    private static bool IsToldOf(ExpressionSyntax value, SyntaxNodeAnalysisContext context) =>
        ShownValues.In(value).Exists(shown => MarkedValues.Of(shown.Expression, context.SemanticModel, context.CancellationToken) > PrivacyLevel.Open);
}
