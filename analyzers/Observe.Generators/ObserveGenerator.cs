using Microsoft.CodeAnalysis;
using Observe.Generators.Emission;
using Observe.Generators.Model;
using Observe.Generators.Parsing;

namespace Observe.Generators;

/// <summary>Writes the implementing part of partial methods that carry a scope attribute.</summary>
/// <remarks>
/// Two outputs for each type: its source, from a model that is compared by value, and its errors, with their real locations. They
/// part right after parsing, so that an edit that only moves code changes locations and no source.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ObserveGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, WellKnownNames.Observe, ScopeKind.Run);
        Register(context, WellKnownNames.Step, ScopeKind.Step);
        Register(context, WellKnownNames.ToolCall, ScopeKind.ToolCall);
        Register(context, WellKnownNames.Decision, ScopeKind.Decision);
        Register(context, WellKnownNames.Retrieval, ScopeKind.Retrieval);
        Register(context, WellKnownNames.Reasoning, ScopeKind.Reasoning);
        Register(context, WellKnownNames.LlmCall, ScopeKind.LlmCall);
        Register(context, WellKnownNames.Retry, ScopeKind.Retry);
        foreach (string policy in WellKnownNames.Policies)
        {
            RegisterPolicy(context, policy);
        }
    }

    private static void Register(IncrementalGeneratorInitializationContext context, string attribute, ScopeKind kind)
    {
        IncrementalValuesProvider<ParsedType> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                $"{WellKnownNames.Namespace}.{attribute}",
                static (_, _) => true,
                (target, cancellationToken) => TypeParser.Parse(target, kind, cancellationToken))
            .Where(static type => type is not null)
            .Select(static (type, _) => type!)
            .WithTrackingName(StepNames.Parsed);

        IncrementalValuesProvider<ObservedType> models = parsed
            .Select(static (type, _) => type.Model)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(StepNames.Models);

        IncrementalValuesProvider<Diagnostic> diagnostics = parsed
            .SelectMany(static (type, _) => type.Diagnostics)
            .WithTrackingName(StepNames.Diagnostics);

        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(model.HintName, TypeSource.Write(model)));
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
    }

    // On an observed method a policy is read with the method; on any other it would be silent.
    private static void RegisterPolicy(IncrementalGeneratorInitializationContext context, string attribute)
    {
        IncrementalValuesProvider<Diagnostic> stray = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                $"{WellKnownNames.Namespace}.{attribute}",
                static (_, _) => true,
                static (target, cancellationToken) => StrayPolicies.Check(target, cancellationToken))
            .SelectMany(static (diagnostics, _) => diagnostics)
            .WithTrackingName(StepNames.StrayPolicies);

        context.RegisterSourceOutput(stray, static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
    }
}
