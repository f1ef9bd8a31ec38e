using System.Text;

namespace Observe.Generators.Emission;

/// <summary>Text with indentation. Templates of several lines are indented line by line; lines end in a line feed everywhere.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes an empty line.</summary>
    public void WriteLine() => _text.Append('\n');

    /// <summary>Writes the lines of a template at the current indentation.</summary>
    public void WriteLine(string lines)
    {
        int start = 0;
        while (start <= lines.Length)
        {
            int end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;

            // The generator's own sources may have been checked out with carriage returns.
            int trimmedEnd = end > start && lines[end - 1] == '\r' ? end - 1 : end;
            WriteSingleLine(lines, start, trimmedEnd - start);
            start = end + 1;
        }
    }

    /// <summary>Writes the lines one level deeper.</summary>
    public void WriteIndented(IEnumerable<string> lines)
    {
        _level++;
        foreach (string line in lines)
        {
            WriteLine(line);
        }

        _level--;
    }

    /// <summary>Writes an opening brace; disposing of the result writes the closing one.</summary>
    public Block OpenBlock()
    {
        WriteLine("{");
        _level++;
        return new Block(this);
    }

    public override string ToString() => _text.ToString();

    private void WriteSingleLine(string lines, int start, int length)
    {
        int width = LongLine.MaxWidth - (_level * SpacesPerLevel);
        if (length > width && lines[start] is not ('#' or '/'))
        {
            WriteBroken(lines.Substring(start, length), width);
            return;
        }

        if (length > 0)
        {
            Indent().Append(lines, start, length);
        }

        _text.Append('\n');
    }

    // A line of a template has an indentation of its own.
    private void WriteBroken(string line, int width)
    {
        string code = line.TrimStart(' ');
        int indentation = line.Length - code.Length;
        foreach (string piece in LongLine.Break(code, width - indentation))
        {
            Indent().Append(' ', indentation).Append(piece).Append('\n');
        }
    }

    private StringBuilder Indent() => _text.Append(' ', _level * SpacesPerLevel);

    private void CloseBlock()
    {
        _level--;
        WriteLine("}");
    }

    /// <summary>A pair of braces.</summary>
    public readonly struct Block(SourceWriter writer) : IDisposable
    {
        public void Dispose() => writer.CloseBlock();
    }
}
