namespace Observe;

/// <summary>Captured JSON as one compact line: bare names, no braces around arguments, cut where there is no room.</summary>
internal sealed class ValueText(Glyphs glyphs)
{
    private readonly ValueShortener _shortener = new(glyphs);

    /// <summary>The members of an object: <c>city: "Lisbon", days: 7</c>.</summary>
    public string Members(string json, int columns) => Read(json, columns, members: true);

    /// <summary>Any value: <c>{high: 21.5, rain: [0, 0.4]}</c>.</summary>
    public string Value(string json, int columns) => Read(json, columns, members: false);

    /// <summary>The chosen option of a decision: a string without its quotes.</summary>
    public string Option(string json, int columns)
    {
        string text = Value(json, columns + 2);
        return text is ['"', .. string option, '"'] ? option : text;
    }

    private string Read(string json, int columns, bool members)
    {
        try
        {
            CapturedJson value = CapturedJsonReader.Read(json);
            return members && value.Kind == CapturedJsonKind.Object ? _shortener.Members(value, columns) : _shortener.Value(value, columns);
        }
        catch (FormatException)
        {
            // Not JSON, or too deep: still better shown than lost.
            return PrintableText.Fit(json, columns, glyphs.Ellipsis);
        }
    }
}
