using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>Names of generated files.</summary>
internal static class HintNames
{
    /// <summary><c>Shop.Agents.SupportAgent.g.cs</c>; a generic type carries its type parameters: <c>Shop.Page{T}.g.cs</c>.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        StringBuilder name = new();
        bool isAmbiguous = false;
        for (INamespaceSymbol part = type.ContainingNamespace; !part.IsGlobalNamespace; part = part.ContainingNamespace)
        {
            name.Insert(0, part.Name + ".");
        }

        foreach (INamedTypeSymbol part in type.WithContainers())
        {
            name.Append(part.Name);
            if (part.Arity > 0)
            {
                name.Append('{').Append(string.Join(",", part.TypeParameters.Select(static parameter => parameter.Name))).Append('}');
            }

            name.Append('.');
            isAmbiguous |= HasTwin(part);
        }

        string readable = name.ToString();
        for (int i = 0; i < name.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i]) && ".,_{}".IndexOf(name[i]) < 0)
            {
                name[i] = '_';
                isAmbiguous = true;
            }
        }

        return isAmbiguous ? $"{name}{Hash(readable)}.g.cs" : $"{name}g.cs";
    }

    // File names are compared without case, type names with it.
    private static bool HasTwin(INamedTypeSymbol type)
    {
        INamespaceOrTypeSymbol container = type.ContainingType ?? (INamespaceOrTypeSymbol)type.ContainingNamespace;
        foreach (INamedTypeSymbol other in container.GetTypeMembers())
        {
            if (other.Name != type.Name && other.Name.Equals(type.Name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Hash(string text)
    {
        // FNV-1a, because string.GetHashCode differs from process to process.
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
