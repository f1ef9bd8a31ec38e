using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>What keeps a type from having a method of some name.</summary>
internal static class TakenName
{
    /// <summary>The member, type parameter or type itself that has the name, or null.</summary>
    public static ISymbol? Of(INamedTypeSymbol type, string name)
    {
        foreach (ISymbol member in type.GetMembers(name))
        {
            if (member is IPropertySymbol or IFieldSymbol or IEventSymbol or INamedTypeSymbol)
            {
                return member;
            }
        }

        foreach (ITypeParameterSymbol parameter in type.TypeParameters)
        {
            if (parameter.Name == name)
            {
                return parameter;
            }
        }

        return type.Name == name && type.TypeKind != TypeKind.Interface ? type : null;
    }

    /// <summary>What it is, as it stands in a sentence.</summary>
    public static string Describe(ISymbol taken) => taken switch
    {
        IPropertySymbol => "a property",
        IFieldSymbol { IsConst: true } => "a constant",
        IFieldSymbol => "a field",
        IEventSymbol => "an event",
        ITypeParameterSymbol => "a type parameter",
        _ => "a type",
    };
}
