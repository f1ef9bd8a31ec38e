using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Serialization;

namespace Observe.Aot.Checks;

internal sealed record Card([Sensitive] string Number, string Holder);

internal sealed record Item(string Sku, int Quantity, decimal Price)
{
    [JsonIgnore]
    public string Hidden => throw new InvalidOperationException("must not be read");

    [JsonPropertyName("grand_total")]
    public decimal Total => Quantity * Price;
}

internal sealed class Node(string name)
{
    public string Name { get; } = name;

    public Node? Next { get; set; }
}

internal sealed partial class Values
{
    [Step]
    public partial void Numbers(byte a, long b, ulong c, Int128 d, BigInteger e, Half f, float g, double h, decimal i, bool j, char k);

    private static void NumbersCore(byte a, long b, ulong c, Int128 d, BigInteger e, Half f, float g, double h, decimal i, bool j, char k) => _ = a;

    [Step]
    public partial void Times(DateTime at, DateTimeOffset then, DateOnly day, TimeOnly time, TimeSpan span);

    private static void TimesCore(DateTime at, DateTimeOffset then, DateOnly day, TimeOnly time, TimeSpan span) => _ = at;

    [Step]
    public partial void Texts(string text, string? none, Guid id, Uri uri, Route? route, Route? unnamed, byte[] bytes);

    private static void TextsCore(string text, string? none, Guid id, Uri uri, Route? route, Route? unnamed, byte[] bytes) => _ = text;

    [Step]
    public partial List<Item> Collections(
        List<Item> items, ImmutableArray<int> numbers, Dictionary<string, Card> cards, SortedDictionary<Route, int[]> byRoute, (int Left, string Right) pair);

    private static List<Item> CollectionsCore(
        List<Item> items, ImmutableArray<int> numbers, Dictionary<string, Card> cards, SortedDictionary<Route, int[]> byRoute, (int Left, string Right) pair) =>
        items;

    [Step]
    public partial Node Cycle(Node node);

    private static Node CycleCore(Node node) => node;

    [ToolCall]
    [return: Sensitive]
    public partial Card Pay(Card card, [Sensitive] string pin, [NotCaptured] string noise, Stream stream, object unknown);

    private static Card PayCore(Card card, string pin, string noise, Stream stream, object unknown) => card;
}
