using System.Buffers;
using System.Globalization;
using System.Text;

namespace Observe;

/// <summary>Makes text of users harmless to a terminal, and short.</summary>
internal static class PrintableText
{
    // The visible part of ASCII needs no look at its category.
    private static readonly SearchValues<char> s_harmless = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>
    /// The text with everything escaped that could move the cursor, end the line, hide or reorder what stands beside it: control
    /// characters, line and paragraph separators, invisible format characters, lone surrogates.
    /// </summary>
    public static string Clean(string text)
    {
        int first = text.AsSpan().IndexOfAnyExcept(s_harmless);
        if (first < 0)
        {
            return text;
        }

        StringBuilder clean = new(text.Length + 16);
        clean.Append(text, 0, first);
        for (int i = first; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out Rune rune))
            {
                Escape(clean, text[i++]);
                continue;
            }

            if (IsHarmful(rune))
            {
                Escape(clean, rune.Value);
            }
            else
            {
                clean.Append(text, i, rune.Utf16SequenceLength);
            }

            i += rune.Utf16SequenceLength;
        }

        return clean.ToString();
    }

    /// <summary>
    /// The longest beginning that takes at most <paramref name="columns"/>, clean, and with an ellipsis where it was cut.
    /// </summary>
    public static string Fit(string text, int columns, string ellipsis)
    {
        if (columns <= 0)
        {
            return "";
        }

        // Of a text of a million characters only those are worth cleaning that may be shown.
        int limit = 8 * (columns + 1);
        string clean = Clean(text.Length <= limit ? text : text[..limit]);
        if (clean.Length <= columns / 2 || Cut(clean, columns) == clean.Length && text.Length <= limit)
        {
            return clean;
        }

        int room = columns - ellipsis.Length;
        return room <= 0
            ? ellipsis[..Math.Min(columns, ellipsis.Length)]
            : string.Concat(clean.AsSpan(0, Cut(clean, room)).TrimEnd(), ellipsis);
    }

    /// <summary>Characters that fit into <paramref name="columns"/>.</summary>
    public static int Cut(string text, int columns)
    {
        // Marks take no columns, but a thousand of them on one letter are no text.
        int limit = 8 * columns;
        int length = 0;
        Rune previous = default;
        foreach (Rune rune in text.EnumerateRunes())
        {
            columns -= DisplayWidth.Of(rune, previous);
            if (columns < 0 || length + rune.Utf16SequenceLength > limit)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
            previous = rune;
        }

        return length;
    }

    private static bool IsHarmful(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not 0x200D, // emoji are joined by it
        _ => false,
    };

    private static void Escape(StringBuilder clean, int value) => _ = value switch
    {
        '\n' => clean.Append("\\n"),
        '\r' => clean.Append("\\r"),
        '\t' => clean.Append("\\t"),
        '\e' => clean.Append("\\e"),
        _ => clean.Append(CultureInfo.InvariantCulture, $"\\u{value:x4}"),
    };
}
