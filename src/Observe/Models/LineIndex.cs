namespace Observe.Models;

/// <summary>Where the lines of a text begin.</summary>
internal static class LineIndex
{
    /// <summary>Finds the starts of all lines, and one more: where the line after the last would begin.</summary>
    public static int[] Of(ReadOnlySpan<byte> text)
    {
        int[] starts = new int[text.Count((byte)'\n') + 2];
        for (int line = 1; line < starts.Length - 1; line++)
        {
            starts[line] = starts[line - 1] + text[starts[line - 1]..].IndexOf((byte)'\n') + 1;
        }

        starts[^1] = text.Length + 1;
        return starts;
    }

    /// <summary>A line without its end.</summary>
    public static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text, int[] starts, int line) => text[starts[line]..(starts[line + 1] - 1)];
}
