using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Judges by syntax alone whether a declaration may carry a scope attribute. In doubt it may; binding then tells.</summary>
internal static class ScopeAttributeNames
{
    /// <summary>Whether a type has methods with attributes at all: all that can be said without the rest of the project.</summary>
    public static bool HasAttributedMethod(SyntaxNode node) =>
        node is TypeDeclarationSyntax type
        && type.Members.Any(static member => member is MethodDeclarationSyntax { AttributeLists.Count: > 0 });

    /// <summary>Whether one of a type's methods may carry a scope attribute.</summary>
    public static bool MayObserve(TypeDeclarationSyntax type, CompilationDeclarations declarations)
    {
        HashSet<string>? aliases = null;
        foreach (MemberDeclarationSyntax member in type.Members)
        {
            foreach (AttributeListSyntax list in member is MethodDeclarationSyntax ? member.AttributeLists : [])
            {
                foreach (AttributeSyntax attribute in list.Attributes)
                {
                    if (ScopeAttribute.IsNamedAsOne(attribute)
                        || (attribute.Name is IdentifierNameSyntax { Identifier.ValueText: string name }
                            && (IsAlias(name) || IsAlias(name + "Attribute"))))
                    {
                        return true;
                    }
                }
            }
        }

        return false;

        bool IsAlias(string name) => declarations.IsGlobalAlias(name) || (aliases ??= AliasesAround(type)).Contains(name);
    }

    /// <summary>Whether a method carries an attribute that is written as a scope attribute.</summary>
    public static bool IsObserved(MethodDeclarationSyntax method) =>
        method.AttributeLists.Any(static list => list.Attributes.Any(ScopeAttribute.IsNamedAsOne));

    private static HashSet<string> AliasesAround(TypeDeclarationSyntax type) =>
    [
        .. type.Ancestors().SelectMany(static ancestor => ancestor switch
        {
            CompilationUnitSyntax unit => TreeDeclarations.AliasesOf(unit.Usings, isGlobal: false),
            BaseNamespaceDeclarationSyntax part => TreeDeclarations.AliasesOf(part.Usings, isGlobal: false),
            _ => [],
        }),
    ];
}
