using System.Text.Json;

namespace Observe;

/// <summary>A member of an object, or an item of an array.</summary>
/// <param name="Label">Name, colon and space; empty for items.</param>
/// <param name="Value">The value.</param>
/// <param name="Mark">Words that stand for it when it is no value but what a capture left out; else null.</param>
internal readonly record struct ValuePart(string Label, JsonElement Value, string? Mark)
{
    public int NameColumns => DisplayWidth.Of(Label);

    public static IReadOnlyList<ValuePart> MembersOf(JsonElement value, Glyphs glyphs)
    {
        List<ValuePart> parts = [];
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string? mark = CaptureMarkText.Of(member, glyphs);
            parts.Add(new ValuePart(mark is null ? PrintableText.Clean(member.Name) + ": " : "", member.Value, mark));
        }

        return parts;
    }

    public static IReadOnlyList<ValuePart> ItemsOf(JsonElement value, Glyphs glyphs)
    {
        List<ValuePart> parts = new(value.GetArrayLength());
        foreach (JsonElement item in value.EnumerateArray())
        {
            string? mark = item.ValueKind == JsonValueKind.Object ? CaptureMarkText.Of(item, glyphs) : null;
            parts.Add(new ValuePart("", item, mark));
        }

        return parts;
    }
}
