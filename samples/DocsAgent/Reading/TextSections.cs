namespace Docs.Reading;

/// <summary>Plain text has no headings, so every paragraph is a section and its first line the heading.</summary>
public static class TextSections
{
    private const int LongestHeading = 60;

    public static IReadOnlyList<Section> Split(Document document)
    {
        IReadOnlyList<string> lines = document.Lines;
        List<Section> sections = [];
        int first = 0;
        for (int i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && !string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            if (i > first)
            {
                sections.Add(new Section(document.Path, Shorten(lines[first].Trim()), Parents: "", first + 1, i));
            }

            first = i + 1;
        }

        return sections;
    }

    private static string Shorten(string line) => line.Length <= LongestHeading ? line : line[..LongestHeading].TrimEnd() + "…";
}
