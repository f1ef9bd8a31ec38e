using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>A root from which every sort of member is reached.</summary>
internal sealed record Graph(
    Whole? Whole,
    Fractions? Fractions,
    Times? Times,
    Words? Words,
    Optional? Optional,
    Sequences? Sequences,
    Mappings? Mappings,
    Node? Tree,
    Animal? Animal,
    Renamed? Renamed,
    Point Point,
    Page<Point>? Points,
    Page<Node?>? Nodes,
    INamed? Named);

internal enum Colour : byte
{
    Red,
    Green = 7,
    Blue,
    ärger,
}

internal enum Sign : long
{
    Least = long.MinValue,
    None = 0,
    Most = long.MaxValue,
}

internal sealed record Whole(
    sbyte A, byte B, short C, ushort D, int E, uint F, long G, ulong H, Int128 I, UInt128 J, BigInteger K, bool L, Colour M, Sign N);

internal sealed record Fractions(Half A, float B, double C, decimal D);

internal sealed record Times(DateTime A, DateTimeOffset B, DateOnly C, TimeOnly D, TimeSpan E);

internal sealed record Words(
    char A, string B, Guid C, Uri D, Version E, byte[] F, ReadOnlyMemory<byte> G,
    JsonElement H, JsonNode? I, JsonObject? J, JsonArray? K, object L);

internal sealed class Optional
{
    public int? Number { get; init; }

    public decimal? Amount { get; set; }

    public DateTimeOffset? At { get; init; }

    public Colour? Colour { get; set; }

    public Point? Point { get; init; }

    public string? Text { get; set; }

    public required string Always { get; init; }

    public object? Anything { get; init; }

    public Guid? Id { get; } = Guid.Empty;

    public int Computed => Text?.Length ?? -1;
}

internal sealed class Sequences
{
    public required int[] Array { get; init; }

    public required string?[][] Jagged { get; init; }

    public required List<double> List { get; init; }

    public required IEnumerable<Point> Enumerable { get; init; }

    public required ICollection<Colour> Collection { get; init; }

    public required IReadOnlyList<Node?> ReadOnlyList { get; init; }

    public required IReadOnlyCollection<object> Objects { get; init; }

    public required HashSet<string> HashSet { get; init; }

    public required ISet<long> Set { get; init; }

    public required IReadOnlySet<Guid> ReadOnlySet { get; init; }

    public required SortedSet<int> SortedSet { get; init; }

    public required Queue<DateTime> Queue { get; init; }

    public required Stack<char> Stack { get; init; }

    public required LinkedList<Uri> Linked { get; init; }

    public required ConcurrentQueue<TimeSpan> Concurrent { get; init; }

    public required ArraySegment<float> Segment { get; init; }

    public required ImmutableArray<decimal> ImmutableArray { get; init; }

    public required ImmutableArray<byte> ImmutableBytes { get; init; }

    public required List<byte> Bytes { get; init; }

    public required List<byte[]> Blobs { get; init; }

    public required ImmutableList<List<int?>> ImmutableList { get; init; }

    public required ImmutableHashSet<bool> ImmutableSet { get; init; }

    public required ReadOnlyCollection<JsonElement> ReadOnly { get; init; }

    public required Collection<KeyValuePair<string, int>> Pairs { get; init; }
}

internal sealed class Mappings
{
    public required Dictionary<string, string?> Texts { get; init; }

    public required Dictionary<int, Point> Numbers { get; init; }

    public required IDictionary<Guid, object> Ids { get; init; }

    public required IReadOnlyDictionary<Colour, List<int>> Colours { get; init; }

    public required SortedDictionary<string, Node> Sorted { get; init; }

    public required ConcurrentDictionary<long, bool> Concurrent { get; init; }

    public required ImmutableDictionary<DateOnly, double> Days { get; init; }

    public required FrozenDictionary<char, Dictionary<string, decimal>> Nested { get; init; }

    public required ReadOnlyDictionary<bool, string> Flags { get; init; }

    public required Dictionary<double, int> Doubles { get; init; }

    public required Dictionary<float, int> Floats { get; init; }

    public required Dictionary<decimal, int> Decimals { get; init; }

    public required Dictionary<DateTime, int> Times { get; init; }

    public required Dictionary<DateTimeOffset, int> Offsets { get; init; }

    public required Dictionary<TimeSpan, int> Durations { get; init; }

    public required Dictionary<TimeOnly, int> Clocks { get; init; }

    public required Dictionary<Uri, int> Addresses { get; init; }

    public required Dictionary<Version, int> Versions { get; init; }

    public required Dictionary<Int128, int> Large { get; init; }

    public required Dictionary<ulong, int> Unsigned { get; init; }

    public required Dictionary<Half, int> Halves { get; init; }

    public required Dictionary<Sign, int> Signs { get; init; }
}

internal sealed record Node(int Value, Node? Left, Node? Right, List<Node>? Others);

internal readonly record struct Point(double X, double Y, string? Label);

internal sealed record Page<T>(IReadOnlyList<T> Items, int Total, T? First);

internal interface INamed
{
    string Name { get; }
}

internal class Animal : INamed
{
    public required string Name { get; init; }

    public virtual int Legs { get; init; }

    public string Hidden { get; init; } = "";

    protected string Secret { get; init; } = "";

    internal string Inside { get; init; } = "";

    public string this[int index] => Name[index].ToString();

    public static int Count { get; set; }

    public int Field;
}

internal sealed class Dog : Animal
{
    public override int Legs { get; init; }

    public new int Hidden { get; init; }

    public string? Breed { get; set; }

    public int WriteOnly
    {
        set => Field = value;
    }

    public int HalfPrivate { private get; set; }
}

internal sealed class Renamed
{
    [JsonPropertyName("snake_case")]
    public int SnakeCase { get; init; }

    [JsonPropertyName("\"quoted\" \\ \u00e4 \ud83d\ude42 \n")]
    public string? Strange { get; init; }

    [JsonIgnore]
    public string? Ignored { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Kept { get; init; }

    [JsonPropertyOrder(-1)]
    public Dog? Last { get; init; }

    public int @class { get; init; }

    public int Größe { get; init; }
}
