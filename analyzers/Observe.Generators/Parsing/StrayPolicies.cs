using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Observe.Generators.Rules;

namespace Observe.Generators.Parsing;

/// <summary>Finds policies on methods that are not observed, where nobody would ask them.</summary>
internal static class StrayPolicies
{
    /// <summary>Whether a policy may be one, by the syntax of what it stands on.</summary>
    public static bool MayBeOne(SyntaxNode node) => node is not MethodDeclarationSyntax method || !ScopeAttributeNames.IsObserved(method);

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
