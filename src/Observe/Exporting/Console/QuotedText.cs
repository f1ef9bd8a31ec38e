using System.Text;

namespace Observe;

/// <summary>What people and models say: in quotation marks, on one line.</summary>
internal static class QuotedText
{
    public static string Of(string text, Glyphs glyphs) => glyphs.OpenQuote + OneLine(text, int.MaxValue) + glyphs.CloseQuote;

    /// <summary>The quoted text cut to a number of columns, with both of its marks.</summary>
    public static string Fit(string text, int columns, Glyphs glyphs)
    {
        int room = Math.Max(columns - 2, glyphs.Ellipsis.Length);
        return glyphs.OpenQuote + PrintableText.Fit(OneLine(text, 8 * (room + 1)), room, glyphs.Ellipsis) + glyphs.CloseQuote;
    }

    // Lines and paragraphs of an answer are no more than gaps between words here, and escapes in their place would be read as text.
    private static string OneLine(string text, int most)
    {
        StringBuilder line = new(Math.Min(text.Length, most));
        foreach (char character in text)
        {
            if (line.Length >= most)
            {
                break;
            }

            if (character is not (' ' or '\n' or '\r' or '\t'))
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd(' ');
    }
}
