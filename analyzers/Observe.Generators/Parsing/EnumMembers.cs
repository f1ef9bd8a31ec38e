using Microsoft.CodeAnalysis;

namespace Observe.Generators.Parsing;

/// <summary>The members of an enum that stand for its values: of several with one value, the first.</summary>
internal static class EnumMembers
{
    public static IEnumerable<IFieldSymbol> Of(ITypeSymbol type)
    {
        HashSet<object> values = [];
        foreach (IFieldSymbol member in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (member is { HasConstantValue: true, ConstantValue: { } value } && !Obsolescence.IsError(member) && values.Add(value))
            {
                yield return member;
            }
        }
    }
}
