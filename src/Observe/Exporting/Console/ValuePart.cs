namespace Observe;

/// <summary>A member of an object, or an item of an array, as it is printed.</summary>
/// <param name="label">Name, colon and space; empty for items.</param>
/// <param name="value">The value.</param>
/// <param name="mark">Words that stand for it when it is no value but what a capture left out; else null.</param>
internal sealed class ValuePart(string label, CapturedJson value, string? mark)
{
    public string Label => label;

    public CapturedJson Value => value;

    public string? Mark => mark;

    public int NameColumns { get; } = DisplayWidth.Of(label);

    public static IReadOnlyList<ValuePart> MembersOf(CapturedJson value, Glyphs glyphs)
    {
        List<ValuePart> parts = new(value.Parts.Count);
        foreach (CapturedJson member in value.Parts)
        {
            string? mark = CaptureMarkText.OfMember(member, glyphs);
            parts.Add(new ValuePart(mark is null ? PrintableText.Clean(member.Name!) + ": " : "", member, mark));
        }

        return parts;
    }

    public static IReadOnlyList<ValuePart> ItemsOf(CapturedJson value, Glyphs glyphs)
    {
        List<ValuePart> parts = new(value.Parts.Count);
        foreach (CapturedJson item in value.Parts)
        {
            parts.Add(new ValuePart("", item, CaptureMarkText.OfObject(item, glyphs)));
        }

        return parts;
    }
}
