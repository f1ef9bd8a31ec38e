using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Observe.Generators.Model;
using Observe.Generators.Parsing;
using Observe.Generators.Rules;

namespace Observe.Generators.Analysis;

/// <summary>OBS2005: two things under one name are one thing to whoever reads traces, counts or prices them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameIsSharedAnalyzer : ObserveAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RecordingRules.NameShared];

    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext context)
    {
        // Among tests every other type may be an agent called Agent.
        AgentNames? agents = Rehearsal.Is(context.Compilation) ? null : new(context.Compilation, context.CancellationToken);
        ConcurrentDictionary<INamedTypeSymbol, NamedMethods> types = new(SymbolEqualityComparer.Default);
        context.RegisterSyntaxNodeAction(
            node => Analyze(node, agents, type => types.GetOrAdd(type, static key => new NamedMethods(key))), SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AgentNames? agents, Func<INamedTypeSymbol, NamedMethods> named)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (!ScopeAttribute.IsNamedAsOne(attribute)
            || attribute.Parent?.Parent is not MethodDeclarationSyntax declaration
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } declared)
        {
            return;
        }

        IMethodSymbol method = declared.PartialDefinitionPart ?? declared;
        foreach (ScopeAttribute scope in ScopeAttribute.Of(method))
        {
            if (scope.Data.ApplicationSyntaxReference is { } place
                && place.SyntaxTree == attribute.SyntaxTree
                && place.Span == attribute.Span)
            {
                string name = scope.NameOn(method);
                IMethodSymbol? earlier = scope.Kind == ScopeKind.Run
                    ? agents?.EarlierOf(name, method)
                    : EarlierOf(name, method, scope, named);
                if (earlier is not null)
                {
                    Location[] first = [.. earlier.Locations];
                    context.ReportDiagnostic(Diagnostic.Create(
                        RecordingRules.NameShared, attribute.GetLocation(), first, name, NameOf(earlier, method), NameOf(method, earlier)));
                }
            }
        }
    }

    /// <summary>The first method of the type that was given the same name and is something else.</summary>
    private static IMethodSymbol? EarlierOf(
        string name, IMethodSymbol method, ScopeAttribute scope, Func<INamedTypeSymbol, NamedMethods> named)
    {
        if (string.IsNullOrWhiteSpace(scope.GivenName))
        {
            return null;
        }

        foreach ((IMethodSymbol other, ScopeAttribute candidate) in named(method.ContainingType).Of(scope.Kind, name))
        {
            if (SymbolEqualityComparer.Default.Equals(other, method))
            {
                return null;
            }

            if (!AreRelated(other, candidate, method, scope))
            {
                return other;
            }
        }

        return null;
    }

    // Overloads, a method and its asynchronous twin, a method and its fallback, and one task for several models are one thing.
    private static bool AreRelated(IMethodSymbol one, ScopeAttribute scope, IMethodSymbol other, ScopeAttribute otherScope) =>
        ScopeNames.WithoutAsync(one.Name) == ScopeNames.WithoutAsync(other.Name)
        || FallbackOf(one) == other.Name
        || FallbackOf(other) == one.Name
        || !Equals(scope.Data.NamedArgument("Model"), otherScope.Data.NamedArgument("Model"))
        || !Equals(scope.Data.NamedArgument("Source"), otherScope.Data.NamedArgument("Source"));

    private static string? FallbackOf(IMethodSymbol method) => ScopeAttribute.Of(method)
        .Select(static scope => scope.Data.NamedArgument("FallbackTo") as string)
        .FirstOrDefault(static name => name is not null);

    private static string NameOf(IMethodSymbol method, IMethodSymbol beside) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType, beside.ContainingType)
            ? method.Name
            : method.ContainingType.Name == beside.ContainingType.Name
                ? $"{method.ContainingType.InRecord()}.{method.Name}"
                : $"{method.ContainingType.Name}.{method.Name}";
}
