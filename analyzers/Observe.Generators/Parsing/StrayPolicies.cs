using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Finds policies on methods that are not observed, where nobody would ask them.</summary>
internal static class StrayPolicies
{
    public static ImmutableArray<Diagnostic> Check(GeneratorAttributeSyntaxContext target, CancellationToken cancellationToken)
    {
        if (target.TargetSymbol is not IMethodSymbol method
            || ScopeAttribute.Of(method.PartialDefinitionPart ?? method).Any())
        {
            return [];
        }

        RuleSink rules = new();
        foreach (AttributeData attribute in target.Attributes)
        {
            rules.Report(ShapeRules.PolicyWithoutScope, attribute, cancellationToken, ConstantRules.NameOf(attribute), method.Name);
        }

        return rules.ToImmutable();
    }
}
