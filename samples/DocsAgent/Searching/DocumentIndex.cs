using Docs.Reading;

namespace Docs.Searching;

/// <summary>The sections of a folder's documents, ready to be searched.</summary>
public sealed class DocumentIndex
{
    private readonly List<Section> _sections = [];
    private readonly Bm25Index _ranking = new();

    private DocumentIndex(string folder) => Folder = folder;

    /// <summary>Full path of the folder that the sections' paths are relative to.</summary>
    public string Folder { get; }

    public int DocumentCount { get; private set; }

    public int SectionCount => _sections.Count;

    public SkippedFiles Skipped { get; } = new();

    /// <exception cref="UnusableInputException">There is no such folder, or nothing in it can be read.</exception>
    public static async Task<DocumentIndex> BuildAsync(DocumentFolder folder, CancellationToken ct)
    {
        DocumentIndex index = new(folder.Root);
        await foreach (Document document in folder.ReadAsync(index.Skipped, ct))
        {
            index.Add(document);
        }

        if (index.SectionCount == 0)
        {
            string skipped = index.Skipped.Describe() is { } description ? $" ({description})" : "";
            throw new UnusableInputException($"No Markdown or text file to read in {folder.Root}{skipped}");
        }

        return index;
    }

    public Query Understand(string question) => _ranking.Understand(question);

    /// <summary>The best matching sections, at most <paramref name="top"/>.</summary>
    public IReadOnlyList<Hit> Search(string question, int top) =>
        [.. _ranking.Rank(Understand(question)).Take(top).Select(ranked => new Hit(_sections[ranked.Text], Math.Round(ranked.Score, 3)))];

    private void Add(Document document)
    {
        DocumentCount++;
        foreach (Section section in Sections.Of(document))
        {
            _sections.Add(section);
            _ranking.Add(SectionTerms.Count(section, document.Lines));
        }
    }
}
