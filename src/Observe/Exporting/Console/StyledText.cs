using System.Text;

namespace Observe;

/// <summary>One line being composed: it knows its columns, colours its pieces, and cleans what it is given.</summary>
internal sealed class StyledText(TraceTreeStyle style)
{
    private readonly StringBuilder _text = new();

    public int Columns { get; private set; }

    public bool IsEmpty => Columns == 0;

    /// <summary>Appends text in full.</summary>
    public StyledText Append(string text, TextStyle textStyle = TextStyle.Plain)
    {
        // Cleaning here, where everything passes, is why no captured text can reach the terminal with its escapes.
        string clean = PrintableText.Clean(text);
        string color = style.Colors && clean.Length > 0 ? AnsiColors.Of(textStyle) : "";
        _text.Append(color).Append(clean).Append(color.Length > 0 ? AnsiColors.Reset : "");
        Columns += DisplayWidth.Of(clean);
        return this;
    }

    /// <summary>Appends the part of the text that fits into <paramref name="columns"/>.</summary>
    public StyledText AppendFitting(string text, int columns, TextStyle textStyle = TextStyle.Plain) =>
        columns > 0 ? Append(PrintableText.Fit(text, columns, style.Glyphs.Ellipsis), textStyle) : this;

    public StyledText Append(StyledText other)
    {
        _text.Append(other._text);
        Columns += other.Columns;
        return this;
    }

    public override string ToString() => _text.ToString();
}
