namespace Observe.Generators.Emission;

/// <summary>
/// Breaks a line that is too long to read: at a condition's branches, else behind the commas of its last list. Only white space is
/// added between tokens, so the code means the same wherever it is broken.
/// </summary>
internal static class LongLine
{
    /// <summary>Lines up to here are read without scrolling.</summary>
    public const int MaxWidth = 140;

    private const string Indentation = "    ";

    /// <summary>The lines to write instead, the following ones with their indentation relative to the first.</summary>
    /// <param name="line">Code of one line, without indentation.</param>
    /// <param name="width">How wide it may be.</param>
    public static IEnumerable<string> Break(string line, int width)
    {
        if (line.Length <= width)
        {
            return [line];
        }

        CodeScan scan = CodeScan.Of(line);
        return scan.Branches.Count > 0 ? Lines(Pieces(line, scan.Branches), width)
            : scan.LastList.Count > 0 ? Lines(Filled(Pieces(line, scan.LastList), width), width)
            : [line];
    }

    private static List<string> Pieces(string line, List<int> breaks)
    {
        List<string> pieces = [];
        int start = 0;
        foreach (int end in breaks.Append(line.Length))
        {
            pieces.Add(line.Substring(start, end - start).Trim());
            start = end;
        }

        return pieces;
    }

    // Plain names fill the lines; what is longer gets a line of its own.
    private static List<string> Filled(List<string> pieces, int width)
    {
        if (pieces.Skip(1).Any(static piece => piece.Contains(' ')))
        {
            return pieces;
        }

        List<string> lines = [pieces[0], pieces[1]];
        foreach (string piece in pieces.Skip(2))
        {
            string line = $"{lines[^1]} {piece}";
            if (line.Length > width - Indentation.Length)
            {
                lines.Add(piece);
            }
            else
            {
                lines[^1] = line;
            }
        }

        return lines;
    }

    private static IEnumerable<string> Lines(List<string> pieces, int width)
    {
        for (int i = 0; i < pieces.Count; i++)
        {
            string indentation = i == 0 ? "" : Indentation;
            foreach (string line in Break(pieces[i], width - indentation.Length))
            {
                yield return indentation + line;
            }
        }
    }
}
