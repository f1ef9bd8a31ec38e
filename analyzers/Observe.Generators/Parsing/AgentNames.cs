using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>The agents of a compilation by name. They are looked up once, and only when somebody asks.</summary>
internal sealed class AgentNames(Compilation compilation, CancellationToken cancellationToken)
{
    // A look-up that was cancelled must be possible again, so its exception is not kept.
    private readonly Lazy<ILookup<string, IMethodSymbol>> _byName = new(
        () => Read(compilation, cancellationToken), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The agent of a name that comes first, in the order of files and lines; null when there is none before this one.</summary>
    public IMethodSymbol? EarlierOf(string name, IMethodSymbol agent) =>
        _byName.Value[name]
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, agent))
            .FirstOrDefault(other => !AreRelated(other.ContainingType, agent.ContainingType));

    private static ILookup<string, IMethodSymbol> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        ImmutableHashSet<string> names = ObservedNames.InSource(compilation, cancellationToken);
        return compilation.GetSymbolsWithName(names.Contains, SymbolFilter.Member, cancellationToken)
            .OfType<IMethodSymbol>()
            .Select(static method => method.PartialDefinitionPart ?? method)
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .SelectMany(
                static method => ScopeAttribute.Of(method).Where(static scope => scope.Kind == ScopeKind.Run),
                static (method, scope) => (method, scope))
            .OrderBy(static agent => agent.method.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static agent => agent.method.Locations[0].SourceSpan.Start)
            .ToLookup(static agent => agent.scope.NameOn(agent.method), static agent => agent.method, StringComparer.Ordinal);
    }

    // Entry points of one agent, and an agent that is another one with something added. Agents that share an interface or a base class
    // are siblings, and a copied name is what happens to siblings.
    private static bool AreRelated(INamedTypeSymbol type, INamedTypeSymbol other) => Derives(type, other) || Derives(other, type);

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from) =>
        type.WithBases().Any(ancestor => SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, from.OriginalDefinition));
}
