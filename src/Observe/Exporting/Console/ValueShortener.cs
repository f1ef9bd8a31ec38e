namespace Observe;

/// <summary>
/// Fits a JSON value into a number of columns. Members share the room: short ones stay whole and long ones give way equally, because
/// cutting at the end would show all of the first member and nothing of the others.
/// </summary>
internal sealed class ValueShortener(Glyphs glyphs)
{
    private const string Separator = ", ";

    // Less than this of a text says nothing, so it is counted instead; the items of an array are alike, so fewer of them say more.
    private const int LeastOfText = 10;
    private const int LeastOfItem = 12;
    private const int EnoughOfItem = 40;

    private readonly WholeValue _whole = new(glyphs);

    public string Value(CapturedJson value, int columns) => _whole.Write(value, columns) ?? (value.Kind switch
    {
        CapturedJsonKind.Object => Shorten(ValuePart.MembersOf(value, glyphs), columns, "{", "}") ?? $"{{{glyphs.Ellipsis}}}",
        CapturedJsonKind.Array => Shorten(ValuePart.ItemsOf(value, glyphs), columns, "[", "]")
            ?? CountText.Of(value.Parts.Count, "[{0} item{1}]"),
        CapturedJsonKind.String => $"\"{Beginning(value.Text, columns - 2)}\"",
        _ => PrintableText.Fit(value.Text, columns, glyphs.Ellipsis),
    });

    public string Members(CapturedJson value, int columns) =>
        _whole.WriteMembers(value, columns) ?? Shorten(ValuePart.MembersOf(value, glyphs), columns, "", "") ?? glyphs.Ellipsis;

    private string? Shorten(IReadOnlyList<ValuePart> parts, int columns, string open, string close)
    {
        int room = columns - open.Length - close.Length;
        int[] wanted = new int[parts.Count];
        int shown = 0;
        for (int used = 0; shown < parts.Count; shown++)
        {
            wanted[shown] = WantedBy(parts[shown], room);
            used += Math.Min(wanted[shown], LeastOf(parts[shown], room)) + Separator.Length;
            int rest = shown + 1 < parts.Count ? More(parts.Count - shown - 1).Length : -Separator.Length;
            if (used + rest > room)
            {
                break;
            }
        }

        if (shown == 0)
        {
            return null;
        }

        string? more = shown < parts.Count ? More(parts.Count - shown) : null;
        Share.Out(wanted.AsSpan(0, shown), room - ((shown - 1) * Separator.Length) - (more is null ? 0 : more.Length + Separator.Length));
        List<string> texts = [];
        for (int i = 0; i < shown; i++)
        {
            texts.Add(Write(parts[i], wanted[i]));
        }

        if (more is not null)
        {
            texts.Add(more);
        }

        return open + string.Join(Separator, texts) + close;
    }

    private int WantedBy(ValuePart part, int room) =>
        part.NameColumns + ((part.Mark ?? _whole.Write(part.Value, room)) is { } whole ? DisplayWidth.Of(whole) : room);

    // An object or array that is given no room is still said to be one.
    private static int LeastOf(ValuePart part, int room) => part switch
    {
        { NameColumns: 0 } => Math.Clamp(room / 2, LeastOfItem, EnoughOfItem),
        { Value.Kind: CapturedJsonKind.Object } => part.NameColumns + "{...}".Length,
        _ => part.NameColumns + LeastOfText,
    };

    private string Write(ValuePart part, int columns) => part.Mark ?? part.Label + Value(part.Value, columns - part.NameColumns);

    // Quotes with nothing in them would say that the text was empty.
    private string Beginning(string text, int columns) =>
        PrintableText.Fit(WholeValue.Escape(text), Math.Max(columns, glyphs.Ellipsis.Length), glyphs.Ellipsis);

    private string More(int count) => CountText.Of(count, glyphs.Ellipsis + " {0} more");
}
