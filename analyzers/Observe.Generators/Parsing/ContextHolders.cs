using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The names of a compilation's fields and properties that hold a <c>RunContext</c>, read from syntax alone.</summary>
internal static class ContextHolders
{
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> s_byTree = new();

    public static ImmutableHashSet<string> In(Compilation compilation, CancellationToken cancellationToken) =>
        [.. compilation.SyntaxTrees.SelectMany(tree => s_byTree.GetValue(tree, key => Read(key, cancellationToken)))];

    private static string[] Read(SyntaxTree tree, CancellationToken cancellationToken) =>
    [
        .. tree.GetRoot(cancellationToken)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .SelectMany(static member => member switch
            {
                FieldDeclarationSyntax { Declaration: var field } when IsContext(field.Type) =>
                    field.Variables.Select(static variable => variable.Identifier.ValueText),
                PropertyDeclarationSyntax property when IsContext(property.Type) => [property.Identifier.ValueText],
                _ => [],
            })
            .Distinct(),
    ];

    private static bool IsContext(TypeSyntax type) => NameText.Of(type) == WellKnownNames.RunContext;
}
