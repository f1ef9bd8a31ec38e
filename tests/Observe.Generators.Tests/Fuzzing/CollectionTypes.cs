namespace Observe.Generators.Tests.Fuzzing;

/// <summary>Arrays, collections, dictionaries and tuples of other types.</summary>
internal static class CollectionTypes
{
    public static FuzzedType Draw(Draft draft, int depth)
    {
        FuzzedType item = TypePool.Argument(draft, depth + 1);
        FuzzedType type = draft.Choices.Below(14) switch
        {
            0 => Of(item.Text + "[]", $"new {item.Text}[] {{ {item.Sample} }}", isParams: true),
            1 => New(draft.Collection($"List<{item.Text}>"), item, isParams: true),
            2 => Of(draft.Collection($"IReadOnlyList<{item.Text}>"), $"new {item.Text}[] {{ {item.Sample} }}", isParams: true),
            3 => Of(draft.Collection($"IEnumerable<{item.Text}>"), $"global::Fuzz.Streams.Lazy<{item.Text}>({item.Sample})", isParams: true),
            4 => Dictionary(draft, item),
            5 => Of(Rank(draft, item.Text), "null!"),
            6 => Of(draft.Collection($"IAsyncEnumerable<{item.Text}>"), $"global::Fuzz.Streams.Stream<{item.Text}>({item.Sample}, {item.Sample})"),
            7 => Of($"global::System.Collections.Immutable.ImmutableArray<{item.Text}>", "[]", isParams: true) with { Defaults = ["default"] },
            8 => New($"global::Fuzz.Bag<{item.Text}>", item, isParams: true),
            9 => Of(draft.Collection($"IDictionary<string, {item.Text}>"), $"new global::System.Collections.Generic.Dictionary<string, {item.Text}>()"),
            10 => Of(draft.Collection($"HashSet<{item.Text}>"), $"new global::System.Collections.Generic.HashSet<{item.Text}>()", isParams: true),
            11 => Of(draft.Collection($"KeyValuePair<int, {item.Text}>"), $"new(1, {item.Sample})") with { Defaults = ["default", "new()"] },
            12 => Of(draft.Collection($"IList<{item.Text}>"), $"new {item.Text}[] {{ {item.Sample} }}", isParams: true),
            _ => Of($"global::System.Linq.IQueryable<{item.Text}>", "null!"),
        };
        type = type with { IsSensitive = item.IsSensitive };
        bool isStruct = type.Defaults[0] == "default";
        return draft.IsNullable && !isStruct && draft.Choices.Chance(15)
            ? type with { Text = type.Text + "?", MayBeParams = false, Defaults = ["null", "default"] }
            : type;
    }

    public static FuzzedType Tuple(Draft draft, int depth)
    {
        int count = draft.Choices.OneOf(2, 2, 3, 2, 8, 9);
        string[] names = ["Id", "@class", "名", "Name", "Item9", "count", "_x", "É", "Last"];
        List<FuzzedType> items = [.. Enumerable.Range(0, count).Select(_ => TypePool.Argument(draft, depth + (count > 3 ? 3 : 1)))];
        bool isNamed = draft.Choices.Chance(60);
        IEnumerable<string> elements = items.Select((item, i) => item.Text + (isNamed && i != 4 && draft.Choices.Chance(80) ? " " + names[i] : ""));
        string text = $"({string.Join(", ", elements)})";
        bool isNullable = draft.Choices.Chance(15);
        return new FuzzedType(text + (isNullable ? "?" : ""))
        {
            Sample = $"({string.Join(", ", items.Select(static item => item.Sample == "default!" ? $"default({item.Text})!" : item.Sample))})",
            Defaults = isNullable ? ["null", "default"] : ["default"],
            IsSensitive = items.Any(static item => item.IsSensitive),
        };
    }

    private static FuzzedType New(string text, FuzzedType item, bool isParams) => Of(text, $"new {text} {{ {item.Sample} }}", isParams);

    private static FuzzedType Of(string text, string sample, bool isParams = false) =>
        new(text) { Sample = sample, MayBeParams = isParams, Defaults = ["null!", "default!"] };

    private static FuzzedType Dictionary(Draft draft, FuzzedType item)
    {
        string key = draft.Choices.OneOf("string", "int", "global::Fuzz.Colour", "(int, string)");
        string text = draft.Collection($"Dictionary<{key}, {item.Text}>");
        return Of(text, $"new {text}()");
    }

    private static string Rank(Draft draft, string item) =>
        item + draft.Choices.OneOf("[][]", "[,]", "[][,]", draft.IsNullable ? "[]?[]" : "[][]", "[,,][]");
}
