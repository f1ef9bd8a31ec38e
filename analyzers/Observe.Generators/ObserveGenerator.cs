using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            RegisterOwner(context, scope);
        }

        foreach (string policy in WellKnownNames.Policies)
        {
            RegisterPolicy(context, policy);
        }
    }

    // A scope attribute on an accessor, a constructor, a local function …: none is a member that the type's parser looks at.
    private static void RegisterOwner(IncrementalGeneratorInitializationContext context, string attribute)
    {
        IncrementalValuesProvider<Diagnostic> stray = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                $"{WellKnownNames.Namespace}.{attribute}",
                static (node, _) => node is not MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null },
                static (target, _) => TypeParser.CheckOwner(target))
            .SelectMany(static (diagnostics, _) => diagnostics)
            .WithTrackingName(StepNames.StrayScopes);

        context.RegisterSourceOutput(stray, static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
    }

    // On an observed method a policy is read with the method; on any other it would be silent.
    private static void RegisterPolicy(IncrementalGeneratorInitializationContext context, string attribute)
    {
        IncrementalValuesProvider<Diagnostic> stray = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                $"{WellKnownNames.Namespace}.{attribute}",
                static (node, _) => node is not MethodDeclarationSyntax method || !ScopeAttributeNames.IsObserved(method),
                static (target, cancellationToken) => StrayPolicies.Check(target, cancellationToken))
            .SelectMany(static (diagnostics, _) => diagnostics)
            .WithTrackingName(StepNames.StrayPolicies);

        context.RegisterSourceOutput(stray, static (output, diagnostic) => output.ReportDiagnostic(diagnostic));
    }
}
