using System.Globalization;
using System.Text;

namespace Observe;

/// <summary>Columns that text takes in a terminal: roughly Unicode Standard Annex 11, with emoji counted as wide.</summary>
internal static class DisplayWidth
{
    private const int ZeroWidthJoiner = 0x200D;

    public static int Of(string text)
    {
        int columns = 0;
        Rune previous = default;
        foreach (Rune rune in text.EnumerateRunes())
        {
            columns += Of(rune, previous);
            previous = rune;
        }

        return columns;
    }

    /// <summary>Columns of one code point after another.</summary>
    public static int Of(Rune rune, Rune previous)
    {
        if (rune.Value < 0x300)
        {
            return 1;
        }

        return previous.Value == ZeroWidthJoiner || IsMark(rune) ? 0 : IsWide(rune.Value) ? 2 : 1;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static bool IsWide(int value) => value switch
    {
        < 0x1100 => false,
        <= 0x115F => true, // Hangul initials
        >= 0x2E80 and <= 0x303E or >= 0x3041 and <= 0x4DBF or >= 0x4E00 and <= 0xA4CF => true, // Han, kana, Bopomofo, Yi
        >= 0xA960 and <= 0xA97F or >= 0xAC00 and <= 0xD7A3 => true, // Hangul
        >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F => true, // compatibility forms
        >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 => true, // full-width forms
        0x231A or 0x231B or >= 0x23E9 and <= 0x23EC or 0x23F0 or 0x23F3 => true, // clocks and media keys
        0x26A1 or 0x26D4 or 0x2705 or 0x274C or 0x274E or 0x2728 or 0x2757 or 0x2B50 or 0x2B55 => true, // emoji among the symbols
        >= 0x16FE0 and <= 0x18DFF or >= 0x1AFF0 and <= 0x1B2FF => true, // Tangut, Khitan, kana
        >= 0x1F004 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD => true, // emoji, Han
        _ => false,
    };
}
