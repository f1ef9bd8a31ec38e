using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Recognises the body of an observed method from the body's side.</summary>
internal static class ObservedBody
{
    /// <summary>Whether some observed method of the same type calls a method of this name as its body.</summary>
    public static bool IsOne(IMethodSymbol method)
    {
        foreach (ISymbol member in method.ContainingType.GetMembers())
        {
            if (member is IMethodSymbol declaration
                && ScopeNames.CoreOf(declaration.Name) == method.Name
                && ScopeAttribute.Of(declaration).Any())
            {
                return true;
            }
        }

        return false;
    }
}
