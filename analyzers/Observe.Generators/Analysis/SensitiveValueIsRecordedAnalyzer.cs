using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS3004, OBS3005 and OBS3006: a call records what was marked somewhere else, where no mask is put in its place.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SensitiveValueIsRecordedAnalyzer : CallAnalyzer
{
    private const string Convert = "From";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [PrivacyRules.SensitiveText, PrivacyRules.SensitiveInTheOpen, PrivacyRules.MaskLost];

    /// <inheritdoc/>
    private protected override Func<string, bool> Names(Compilation compilation)
    {
        ImmutableHashSet<string> observed = ObservedNames.In(compilation, CancellationToken.None);
        return name => IsRecording(name) || name == Convert || observed.Contains(name);
    }

    /// <inheritdoc/>
    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (method.Name == Convert && method.ContainingType.IsOurs(WellKnownNames.CapturedValue))
        {
            AnalyzeConversion(context, call, method);
        }
        else if (IsRecording(method.Name) && IsOurs(method.ContainingType))
        {
            AnalyzeRecording(context, call, method);
        }
        else
        {
            AnalyzeObserved(context, call, method);
        }
    }

    // JSON metadata knows nothing of our attributes.
    private static void AnalyzeConversion(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (call.ArgumentList.Arguments is [var value, ..]
            && method.TypeArguments is [var type]
            && MarkedMembers.Find(type) is { } marked)
        {
            context.Report(PrivacyRules.MaskLost, value.Expression, marked, RecordedArgument.JsonIgnoresMarks, "record the members that may be seen");
        }
    }

    private static void AnalyzeRecording(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            RecordedArgument recorded = new(context, method.Name, "leave it out, or record only what may be seen");
            foreach (ExpressionSyntax value in PartsOf(argument.Expression))
            {
                recorded.Analyze(value);
            }
        }
    }

    private static void AnalyzeObserved(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (ObservedCapture.Of(context.Compilation, definition, context.CancellationToken) is not { } declaration)
        {
            return;
        }

        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is not LiteralExpressionSyntax
                && NamedArguments.ParameterOf(argument, method)?.Name is { } name
                && definition.Parameters.FirstOrDefault(candidate => candidate.Name == name) is { } parameter
                && declaration.Writes(parameter)
                && declaration.PrivacyOf(parameter) == PrivacyLevel.Open)
            {
                RecordedArgument recorded = new(context, method.Name, $"mark '{name}' [Sensitive] or [NotCaptured], too");
                recorded.Analyze(argument.Expression);
                recorded.AnalyzeConversion(argument.Expression, parameter);
            }
        }
    }

    // What is told about a call of a model or of the network stands in an object of ours.
    private static IEnumerable<ExpressionSyntax> PartsOf(ExpressionSyntax argument) =>
        argument is BaseObjectCreationExpressionSyntax creation
            ? (creation.ArgumentList?.Arguments.Select(static part => part.Expression) ?? [])
                .Concat(creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Select(static part => part.Right) ?? [])
            : [argument];

    private static bool IsRecording(string name) =>
        name is "SetTag" or "SetMetadata" or "SetResult" or "SetResponse" or "BeginHumanTurn" or "ReportLlmCall"
        || name.StartsWith("Record", StringComparison.Ordinal);

    private static bool IsOurs(INamedTypeSymbol type) =>
        type.Name is WellKnownNames.RunContext or WellKnownNames.Observer or WellKnownNames.HumanTurn && type.IsOurs(type.Name);
}
