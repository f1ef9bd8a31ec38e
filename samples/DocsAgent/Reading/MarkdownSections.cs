namespace Docs.Reading;

/// <summary>Splits Markdown at its headings. What stands before the first heading is a section named after the file.</summary>
public static class MarkdownSections
{
    public static IReadOnlyList<Section> Split(Document document)
    {
        IReadOnlyList<string> lines = document.Lines;
        int start = FrontMatterLength(lines);
        MarkdownOutline outline = new(document, start);
        CodeFence fence = default;
        for (int i = start; i < lines.Count; i++)
        {
            if (!fence.Holds(lines[i]) && MarkdownHeading.At(lines, i) is { } heading)
            {
                outline.Open(heading, i);
            }
        }

        return outline.Close();
    }

    /// <summary>Settings between two <c>---</c> at the very start are not text.</summary>
    private static int FrontMatterLength(IReadOnlyList<string> lines)
    {
        if (lines[0].TrimEnd() != "---")
        {
            return 0;
        }

        for (int i = 1; i < lines.Count; i++)
        {
            if (lines[i].TrimEnd() == "---")
            {
                return i + 1;
            }
        }

        return 0;
    }
}
