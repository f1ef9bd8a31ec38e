namespace Observe;

/// <summary>Breaks lines where they may break.</summary>
internal static class TextWrap
{
    /// <summary>Prose in a few lines, broken between words.</summary>
    public static IReadOnlyList<string> Prose(string text, int columns, Glyphs glyphs, int maxLines = 3)
    {
        List<string> lines = [];
        string rest = PrintableText.Fit(text, columns * maxLines, glyphs.Ellipsis);
        while (PrintableText.Cut(rest, columns) is int cut && cut < rest.Length && lines.Count < maxLines - 1)
        {
            int space = rest.LastIndexOf(' ', Math.Min(cut, rest.Length - 1));
            int end = space > cut / 2 ? space : Math.Max(1, cut);
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        lines.Add(PrintableText.Fit(rest, columns, glyphs.Ellipsis));
        return lines;
    }

    /// <summary>Puts pieces behind a heading, and on lines of their own where they find no room.</summary>
    public static IReadOnlyList<StyledText> Pieces(StyledText heading, IEnumerable<StyledText> pieces, int columns, TraceTreeStyle style)
    {
        List<StyledText> lines = [heading];
        bool isFirst = true;
        foreach (StyledText piece in pieces)
        {
            StyledText line = lines[^1];
            string gap = line.IsEmpty ? "" : isFirst ? "  " : $" {style.Glyphs.Separator} ";
            if (line.IsEmpty || line.Columns + gap.Length + piece.Columns <= columns)
            {
                line.Append(gap, TextStyle.Faint).Append(piece);
            }
            else
            {
                lines.Add(piece);
            }

            isFirst = false;
        }

        return lines;
    }
}
