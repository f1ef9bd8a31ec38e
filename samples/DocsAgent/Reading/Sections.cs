namespace Docs.Reading;

/// <summary>Splits a document into sections by what kind of file it is.</summary>
public static class Sections
{
    public static IReadOnlyList<Section> Of(Document document) =>
        document.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            ? MarkdownSections.Split(document)
            : TextSections.Split(document);
}
