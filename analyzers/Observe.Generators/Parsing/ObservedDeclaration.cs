using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>Recognises the declaration of an observed method by its syntax.</summary>
internal static class ObservedDeclaration
{
    /// <summary>Whether a scope attribute seems to stand on the method.</summary>
    public static bool MayBeOne(MethodDeclarationSyntax method) =>
        method.AttributeLists.Any(static list => list.Attributes.Any(ScopeAttribute.IsNamedAsOne));

    /// <summary>Whether <c>[Observe]</c> seems to stand on the method.</summary>
    public static bool MayBeAgent(MethodDeclarationSyntax method) => method.AttributeLists.Any(static list =>
        list.Attributes.Any(static attribute => NameText.Of(attribute.Name) is "Observe" or WellKnownNames.Observe));
}
