using System.Collections.Immutable;
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
        IncrementalValuesProvider<ParsedType> parsed = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => ScopeAttributeNames.HasAttributedMethod(node),
                static (type, cancellationToken) => ParsedTypes.Of(type, cancellationToken))
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

        foreach (string scope in WellKnownNames.Scopes)
        {
            RegisterStray(context, scope, static (node, _) => NeverObserved.MayBeOne(node), NeverObserved.Check);
        }

        foreach (string policy in WellKnownNames.Policies)
        {
            RegisterStray(context, policy, static (node, _) => StrayPolicies.MayBeOne(node), StrayPolicies.Check);
        }

        foreach (string role in WellKnownNames.Roles)
        {
            RegisterStray(context, role, static (node, _) => StrayRoles.MayBeOne(node), StrayRoles.Check);
        }
    }

    // Where they belong these are read with the method; anywhere else they would be silent.
    private static void RegisterStray(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        Func<SyntaxNode, CancellationToken, bool> mayBeOne,
        Func<GeneratorAttributeSyntaxContext, CancellationToken, ImmutableArray<Diagnostic>> check)
    {
        IncrementalValuesProvider<Diagnostic> strays = context.SyntaxProvider
            .ForAttributeWithMetadataName($"{WellKnownNames.Namespace}.{attribute}", mayBeOne, check)
            .SelectMany(static (diagnostics, _) => diagnostics)
            .WithTrackingName(StepNames.Strays);

        context.RegisterSourceOutput(strays, static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
    }
}
