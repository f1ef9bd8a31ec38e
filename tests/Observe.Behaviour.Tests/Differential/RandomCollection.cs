using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>Collections of every sort that the framework has.</summary>
internal static class RandomCollection
{
    private static readonly FrozenDictionary<Type, string> s_makers = new Dictionary<Type, string>
    {
        [typeof(IEnumerable<>)] = nameof(List),
        [typeof(ICollection<>)] = nameof(List),
        [typeof(IList<>)] = nameof(List),
        [typeof(List<>)] = nameof(List),
        [typeof(IReadOnlyCollection<>)] = nameof(ReadOnly),
        [typeof(IReadOnlyList<>)] = nameof(Immutable),
        [typeof(ReadOnlyCollection<>)] = nameof(ReadOnly),
        [typeof(Collection<>)] = nameof(Open),
        [typeof(ISet<>)] = nameof(Hashed),
        [typeof(HashSet<>)] = nameof(Hashed),
        [typeof(IReadOnlySet<>)] = nameof(Frozen),
        [typeof(FrozenSet<>)] = nameof(Frozen),
        [typeof(SortedSet<>)] = nameof(Sorted),
        [typeof(Queue<>)] = nameof(Queued),
        [typeof(Stack<>)] = nameof(Stacked),
        [typeof(LinkedList<>)] = nameof(Linked),
        [typeof(ConcurrentQueue<>)] = nameof(Concurrent),
        [typeof(ArraySegment<>)] = nameof(Segment),
        [typeof(ImmutableArray<>)] = nameof(ImmutableArrayOf),
        [typeof(ImmutableList<>)] = nameof(Immutable),
        [typeof(IImmutableList<>)] = nameof(Immutable),
        [typeof(ImmutableHashSet<>)] = nameof(ImmutableHashed),
        [typeof(Dictionary<,>)] = nameof(Map),
        [typeof(IDictionary<,>)] = nameof(Map),
        [typeof(IReadOnlyDictionary<,>)] = nameof(Map),
        [typeof(SortedDictionary<,>)] = nameof(SortedMap),
        [typeof(ConcurrentDictionary<,>)] = nameof(ConcurrentMap),
        [typeof(ImmutableDictionary<,>)] = nameof(ImmutableMap),
        [typeof(FrozenDictionary<,>)] = nameof(FrozenMap),
        [typeof(ReadOnlyDictionary<,>)] = nameof(ReadOnlyMap),
    }.ToFrozenDictionary();

    /// <summary>Type of the elements that the collection is made from, of a dictionary its entries; null for what is no collection.</summary>
    public static Type? ElementOf(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType();
        }

        return !type.IsGenericType || !s_makers.ContainsKey(type.GetGenericTypeDefinition()) ? null
            : type.GetGenericArguments() is [Type key, Type value] ? typeof(KeyValuePair<,>).MakeGenericType(key, value)
            : type.GetGenericArguments()[0];
    }

    public static object Of(Type type, Type element, Array elements)
    {
        if (type.IsArray)
        {
            return elements;
        }

        Type[] arguments = type.GetGenericArguments().Length == 2 ? element.GetGenericArguments() : [element];
        return typeof(RandomCollection)
            .GetMethod(s_makers[type.GetGenericTypeDefinition()], BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(arguments)
            .Invoke(null, [elements])!;
    }

    private static List<T> List<T>(T[] items) => [.. items];

    private static ReadOnlyCollection<T> ReadOnly<T>(T[] items) => new(items);

    private static Collection<T> Open<T>(T[] items) => [.. items];

    private static HashSet<T> Hashed<T>(T[] items) => [.. items];

    private static FrozenSet<T> Frozen<T>(T[] items) => items.ToFrozenSet();

    private static SortedSet<T> Sorted<T>(T[] items) => [.. items];

    private static Queue<T> Queued<T>(T[] items) => new(items);

    private static Stack<T> Stacked<T>(T[] items) => new(items);

    private static LinkedList<T> Linked<T>(T[] items) => new(items);

    private static ConcurrentQueue<T> Concurrent<T>(T[] items) => new(items);

    private static ArraySegment<T> Segment<T>(T[] items) => new(items, 0, items.Length);

    private static ImmutableArray<T> ImmutableArrayOf<T>(T[] items) => [.. items];

    private static ImmutableList<T> Immutable<T>(T[] items) => [.. items];

    private static ImmutableHashSet<T> ImmutableHashed<T>(T[] items) => [.. items];

    private static Dictionary<TKey, TValue> Map<TKey, TValue>(KeyValuePair<TKey, TValue>[] entries)
        where TKey : notnull => new(Distinct(entries));

    private static SortedDictionary<TKey, TValue> SortedMap<TKey, TValue>(KeyValuePair<TKey, TValue>[] entries)
        where TKey : notnull => new(Map(entries));

    private static ConcurrentDictionary<TKey, TValue> ConcurrentMap<TKey, TValue>(KeyValuePair<TKey, TValue>[] entries)
        where TKey : notnull => new(Distinct(entries));

    private static ImmutableDictionary<TKey, TValue> ImmutableMap<TKey, TValue>(KeyValuePair<TKey, TValue>[] entries)
        where TKey : notnull => Distinct(entries).ToImmutableDictionary();

    private static FrozenDictionary<TKey, TValue> FrozenMap<TKey, TValue>(KeyValuePair<TKey, TValue>[] entries)
        where TKey : notnull => Distinct(entries).ToFrozenDictionary();

    private static ReadOnlyDictionary<TKey, TValue> ReadOnlyMap<TKey, TValue>(KeyValuePair<TKey, TValue>[] entries)
        where TKey : notnull => new(Map(entries));

    private static IEnumerable<KeyValuePair<TKey, TValue>> Distinct<TKey, TValue>(KeyValuePair<TKey, TValue>[] entries) =>
        entries.Where(static entry => IsName(entry.Key)).DistinctBy(static entry => entry.Key);

    // The reference writes a number that is none as a value, and refuses it as a name.
    private static bool IsName<T>(T key) => key switch
    {
        double number => double.IsFinite(number),
        float number => float.IsFinite(number),
        Half number => Half.IsFinite(number),
        _ => true,
    };
}
