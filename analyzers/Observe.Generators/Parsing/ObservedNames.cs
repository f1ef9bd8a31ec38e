using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>
/// The names of a compilation's observed methods, read from syntax alone: what is not named like one of them need not be bound. A
/// name says only that a method may be observed; its symbol says whether it is.
/// </summary>
internal static class ObservedNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> s_byTree = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> s_byAssembly = new();

    /// <summary>Names of the observed methods that are declared in the compilation's own source.</summary>
    public static ImmutableHashSet<string> InSource(Compilation compilation, CancellationToken cancellationToken) =>
        [.. compilation.SyntaxTrees.SelectMany(tree => s_byTree.GetValue(tree, key => Read(key, cancellationToken)))];

    /// <summary>Names of all observed methods that the compilation can call, those of referenced projects included.</summary>
    public static ImmutableHashSet<string> In(Compilation compilation, CancellationToken cancellationToken) =>
        InSource(compilation, cancellationToken).Union(
            compilation.SourceModule.ReferencedAssemblySymbols
                .Where(static assembly => assembly.Modules.Any(static module =>
                    module.ReferencedAssemblies.Any(static reference => reference.Name == WellKnownNames.Assembly)))
                .SelectMany(static assembly => s_byAssembly.GetValue(assembly, static key => [.. Read(key.GlobalNamespace)])));

    private static string[] Read(SyntaxTree tree, CancellationToken cancellationToken) =>
    [
        .. tree.GetRoot(cancellationToken)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .Where(ScopeAttributeNames.IsObserved)
            .Select(static method => method.Identifier.ValueText)
            .Distinct(),
    ];

    private static IEnumerable<string> Read(INamespaceOrTypeSymbol container) =>
        container.GetMembers().SelectMany(static member => member switch
        {
            INamespaceOrTypeSymbol inner => Read(inner),
            IMethodSymbol method when ScopeAttribute.Of(method).Any() => [method.Name],
            _ => [],
        });
}
