using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Observe;

namespace Cases.Values;

public enum Level : long
{
    Low = 1,
    Lowest = 1,
    High = long.MaxValue,
}

public sealed record Line(string Sku, int Quantity, Line? Parent = null);

public class Order
{
    public int Id { get; init; }

    [JsonPropertyName("customer_name")]
    public string Customer { get; init; } = "";

    [JsonIgnore]
    public string Internal { get; init; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Comment { get; init; }

    public List<Line> Lines { get; init; } = [];

    public static int Count { get; set; }

    public int this[int index] => index;

    public string WriteOnly
    {
        set => Comments.Add(value);
    }

    public ref readonly int ByReference => ref _field;

    public string Failing => throw new InvalidOperationException();

    public int PrivatelyRead { private get; set; }

    protected List<string> Comments { get; } = [];

    private readonly int _field = 1;

    public int PublicField;
}

public class RushOrder : Order
{
    public DateTimeOffset Due { get; init; }

    public new string Comment => "rush";

    public new void Lines()
    {
    }
}

public interface IHasName
{
    string Name { get; }
}

public interface IHasNumber
{
    string Name { get; }

    int Number { get; }
}

public interface INamedAndNumbered : IHasName, IHasNumber
{
    bool IsBoth { get; }
}

public struct Money
{
    public decimal Amount { get; set; }

    public string? Currency { get; set; }
}

public sealed class Orders : List<Order>, IEnumerable<string>
{
    IEnumerator<string> IEnumerable<string>.GetEnumerator() => throw new NotSupportedException();
}

public partial class Everything
{
    [Step]
    public partial void Numbers(
        bool a, char b, sbyte c, byte d, short e, ushort f, int g, uint h, long i, ulong j, nint k, nuint l, Int128 m, UInt128 n, Half o, float p,
        double q, decimal r, BigInteger s);

    private static void NumbersCore(
        bool a, char b, sbyte c, byte d, short e, ushort f, int g, uint h, long i, ulong j, nint k, nuint l, Int128 m, UInt128 n, Half o, float p,
        double q, decimal r, BigInteger s) => _ = a;

    [Step]
    public partial void Texts(string text, string? none, Guid id, DateTime at, DateTimeOffset then, DateOnly day, TimeOnly time, TimeSpan span, Uri uri, Version version, Rune rune);

    private static void TextsCore(string text, string? none, Guid id, DateTime at, DateTimeOffset then, DateOnly day, TimeOnly time, TimeSpan span, Uri uri, Version version, Rune rune) => _ = text;

    [Step]
    public partial void Nullables(int? number, Guid? id, Level? level, Money? money, (int A, string B)? pair, ImmutableArray<int>? items);

    private static void NullablesCore(int? number, Guid? id, Level? level, Money? money, (int A, string B)? pair, ImmutableArray<int>? items) => _ = number;

    [Step]
    public partial (int Count, string Name) Tuples((int, string) plain, (int X, (int Y, int Z) Inner) named, (int @class, int 名) odd, (int, int, int, int, int, int, int, int, int Ninth) many, ValueTuple<int> one, Tuple<int, int> old);

    private static (int Number, string Text) TuplesCore((int, string) plain, (int X, (int Y, int Z) Inner) named, (int @class, int 名) odd, (int, int, int, int, int, int, int, int, int Ninth) many, ValueTuple<int> one, Tuple<int, int> old) =>
        (named.X, plain.Item2);

    [Step]
    public partial void Collections(
        int[] array, int[][] jagged, int[,] grid, byte[] bytes, ReadOnlyMemory<byte> memory, List<Line> list, IReadOnlyList<Line?> read,
        HashSet<string> set, ISet<Level> levels, ImmutableArray<Money> money, ImmutableList<int> immutable, Queue<int> queue, IEnumerable<Order> orders,
        ICollection<Line> lines, Orders own, ObservableCollection<int> observable, ArraySegment<int> segment);

    private static void CollectionsCore(
        int[] array, int[][] jagged, int[,] grid, byte[] bytes, ReadOnlyMemory<byte> memory, List<Line> list, IReadOnlyList<Line?> read,
        HashSet<string> set, ISet<Level> levels, ImmutableArray<Money> money, ImmutableList<int> immutable, Queue<int> queue, IEnumerable<Order> orders,
        ICollection<Line> lines, Orders own, ObservableCollection<int> observable, ArraySegment<int> segment) => _ = array;

    [Step]
    public partial IReadOnlyDictionary<string, List<int>> Dictionaries(
        Dictionary<string, int> plain, IDictionary<Guid, Line> contract, ImmutableDictionary<Level, Money?> immutable, SortedList<int, Dictionary<int, string>> nested,
        List<KeyValuePair<string, int>> pairs);

    private static Dictionary<string, List<int>> DictionariesCoreInner() => [];

    private static IReadOnlyDictionary<string, List<int>> DictionariesCore(
        Dictionary<string, int> plain, IDictionary<Guid, Line> contract, ImmutableDictionary<Level, Money?> immutable, SortedList<int, Dictionary<int, string>> nested,
        List<KeyValuePair<string, int>> pairs) => DictionariesCoreInner();

    [Step]
    public partial Order Objects(Order order, RushOrder rush, Money money, Line line, INamedAndNumbered contract);

    private static Order ObjectsCore(Order order, RushOrder rush, Money money, Line line, INamedAndNumbered contract) => rush;

    [Step]
    public partial JsonNode? Json(JsonElement element, JsonNode? node, JsonObject obj, JsonArray? array, JsonElement? maybe, JsonDocument document);

    private static JsonNode? JsonCore(JsonElement element, JsonNode? node, JsonObject obj, JsonArray? array, JsonElement? maybe, JsonDocument document) => node;

    [Step]
    public partial object? Unknown(object value, object? nothing, List<object> many, Dictionary<string, object?> bag);

    private static object? UnknownCore(object value, object? nothing, List<object> many, Dictionary<string, object?> bag) => value;
}
