using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Recognises, from its own side, a method that is called in place of a declaration: a body or a fallback.</summary>
internal static class ObservedBody
{
    /// <summary>Whether some observed method of the same type calls a method of this name with its own arguments.</summary>
    public static bool IsOne(IMethodSymbol method)
    {
        foreach (ISymbol member in method.ContainingType.GetMembers())
        {
            if (member is IMethodSymbol declaration
                && (ScopeNames.CoreOf(declaration.Name) == method.Name
                    ? ScopeAttribute.Of(declaration).Any()
                    : ScopeAttribute.Of(declaration).Any(scope => scope.Data.NamedArgument("FallbackTo") as string == method.Name)))
            {
                return true;
            }
        }

        return false;
    }
}
