namespace Observe.Generators.Model;

internal static class EquatableArrays
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);
}
