using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.CodeFixes.Editing;

/// <summary>Whether a new using directive would make names ambiguous that mean one thing now.</summary>
internal static class ImportClashes
{
    private const string Suffix = "Attribute";

    public static bool Any(SemanticModel model, string @namespace)
    {
        HashSet<(string, int)> names = [.. NamesIn(model.Compilation.GlobalNamespace, @namespace)];
        return model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
            names.Contains((name.Identifier.ValueText, name.Arity)) && IsShort(name) && TypeOf(model, name) is { } type && IsElsewhere(type, @namespace));
    }

    private static IEnumerable<(string, int)> NamesIn(INamespaceSymbol global, string @namespace)
    {
        INamespaceSymbol? found = global;
        foreach (string part in @namespace.Split('.'))
        {
            found = found?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part);
        }

        foreach (INamedTypeSymbol type in found?.GetTypeMembers() ?? [])
        {
            if (type.DeclaredAccessibility == Accessibility.Public)
            {
                yield return (type.Name, type.Arity);
                if (type.Name.EndsWith(Suffix, StringComparison.Ordinal))
                {
                    yield return (type.Name.Substring(0, type.Name.Length - Suffix.Length), type.Arity);
                }
            }
        }
    }

    private static bool IsShort(SimpleNameSyntax name) => name.Parent switch
    {
        QualifiedNameSyntax qualified => qualified.Left == name,
        MemberAccessExpressionSyntax member => member.Expression == name,
        AliasQualifiedNameSyntax => false,
        _ => true,
    };

    private static INamedTypeSymbol? TypeOf(SemanticModel model, SimpleNameSyntax name) => model.GetSymbolInfo(name).Symbol switch
    {
        INamedTypeSymbol type => type,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        _ => null,
    };

    private static bool IsElsewhere(INamedTypeSymbol type, string @namespace) =>
        type.ContainingType is null && type.ContainingNamespace.ToDisplayString() != @namespace;
}
