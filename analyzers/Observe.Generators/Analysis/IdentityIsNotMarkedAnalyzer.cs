using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Model;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2022: a parameter that by its name identifies the run is marked, so that the run is found by it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdentityIsNotMarkedAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [FlowRules.IdentityNotMarked];

    private protected override void Start(CompilationStartAnalysisContext context) => context.RegisterSyntaxNodeAction(
        static node => Analyze(node, (MethodDeclarationSyntax)node.Node), SyntaxKind.MethodDeclaration);

    private static void Analyze(SyntaxNodeAnalysisContext context, MethodDeclarationSyntax method)
    {
        if (!ObservedDeclaration.MayBeAgent(method)
            || !method.ParameterList.Parameters.Any(static parameter => IdentityNames.RoleOf(parameter.Identifier.ValueText) is not null)
            || context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { } declaration)
        {
            return;
        }

        ScopeAttribute agent = ScopeAttribute.Of(declaration).FirstOrDefault(static scope => scope.Kind == ScopeKind.Run);
        if (agent.Data is null)
        {
            return;
        }

        HashSet<string> filled = [.. declaration.Parameters.SelectMany(static parameter => parameter.GetAttributes()).Select(RoleOf).OfType<string>()];
        foreach (IParameterSymbol parameter in declaration.Parameters)
        {
            if (IdentityNames.RoleOf(parameter.Name) is { } role
                && IdentityNames.CanBeId(parameter.Type)
                && parameter.RefKind != RefKind.Out
                && !parameter.GetAttributes().Any(static attribute => attribute.AttributeClass is { } type && type.IsOurs(type.Name))
                && agent.Data.NamedArgument(role) is null
                && filled.Add(role))
            {
                context.Report(
                    FlowRules.IdentityNotMarked, method.ParameterList.Parameters[parameter.Ordinal].Identifier, parameter.Name, role);
            }
        }
    }

    private static string? RoleOf(AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && type.IsOurs(type.Name)
        && WellKnownNames.IdentityRoles.TryGetValue(type.Name, out string? role)
            ? role
            : null;
}
