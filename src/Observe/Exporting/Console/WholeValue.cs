using System.Text;

namespace Observe;

/// <summary>Writes a JSON value in full, or gives up as soon as it does not fit.</summary>
internal sealed class WholeValue(Glyphs glyphs)
{
    private readonly StringBuilder _text = new();

    /// <summary>The whole value; null when it takes more than <paramref name="columns"/>.</summary>
    public string? Write(CapturedJson value, int columns)
    {
        _text.Clear();
        return WriteValue(value, columns) && DisplayWidth.Of(_text.ToString()) <= columns ? _text.ToString() : null;
    }

    /// <summary>The members of an object without its braces; null when they take more than <paramref name="columns"/>.</summary>
    public string? WriteMembers(CapturedJson value, int columns)
    {
        _text.Clear();
        return WriteMembersOf(value, columns) && DisplayWidth.Of(_text.ToString()) <= columns ? _text.ToString() : null;
    }

    /// <summary>Marks the quotes inside a string; other characters are clean or speak for themselves.</summary>
    public static string Escape(string text) => text.Replace("\"", "\\\"", StringComparison.Ordinal);

    private bool WriteValue(CapturedJson value, int columns)
    {
        switch (value.Kind)
        {
            case CapturedJsonKind.Object when CaptureMarkText.OfObject(value, glyphs) is { } mark:
                _text.Append(mark);
                break;
            case CapturedJsonKind.Object:
                _text.Append('{');
                if (!WriteMembersOf(value, columns))
                {
                    return false;
                }

                _text.Append('}');
                break;
            case CapturedJsonKind.Array:
                return WriteItemsOf(value, columns);
            case CapturedJsonKind.String:
                WriteString(value.Text, columns);
                break;
            default:
                _text.Append(value.Text);
                break;
        }

        return IsWithin(columns);
    }

    private bool WriteMembersOf(CapturedJson value, int columns)
    {
        string separator = "";
        foreach (CapturedJson member in value.Parts)
        {
            _text.Append(separator);
            separator = ", ";
            if (CaptureMarkText.OfMember(member, glyphs) is { } mark)
            {
                _text.Append(mark);
                continue;
            }

            _text.Append(PrintableText.Clean(member.Name!)).Append(": ");
            if (!WriteValue(member, columns))
            {
                return false;
            }
        }

        return IsWithin(columns);
    }

    private bool WriteItemsOf(CapturedJson value, int columns)
    {
        _text.Append('[');
        string separator = "";
        foreach (CapturedJson item in value.Parts)
        {
            _text.Append(separator);
            separator = ", ";
            if (!WriteValue(item, columns))
            {
                return false;
            }
        }

        _text.Append(']');
        return IsWithin(columns);
    }

    private void WriteString(string text, int columns)
    {
        if (text == CaptureMarkText.Sensitive)
        {
            _text.Append(glyphs.Masked);
        }
        else
        {
            // What cannot fit is not worth cleaning: one character more than the limit makes the caller give up.
            string beginning = text.Length > Limit(columns) ? text[..Limit(columns)] : text;
            _text.Append('"').Append(PrintableText.Clean(Escape(beginning))).Append('"');
        }
    }

    private bool IsWithin(int columns) => _text.Length <= Limit(columns);

    // Characters may take no columns at all, so the columns are counted once at the end and this only bounds the work.
    private static int Limit(int columns) => 8 * (Math.Max(columns, 0) + 1);
}
