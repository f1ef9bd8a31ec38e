using System.Text;

namespace Atlas.Knowledge.Documents;

public sealed class ChunkingOptions
{
    public int MaxCharacters { get; init; } = 1200;

    public int OverlapSentences { get; init; } = 1;
}

/// <summary>Cuts documents at their headings, and long sections at the ends of sentences, with some overlap.</summary>
public sealed class Chunker(ChunkingOptions options)
{
    public IEnumerable<Chunk> Split(Document document)
    {
        int ordinal = 0;
        foreach ((string heading, string body) in Sections(document))
        {
            foreach (string part in Parts(body))
            {
                yield return new Chunk(document.Id, ordinal++, heading, part);
            }
        }
    }

    private static IEnumerable<(string Heading, string Body)> Sections(Document document)
    {
        string heading = document.Title;
        StringBuilder body = new();
        foreach (string line in document.Text.Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                if (body.Length > 0)
                {
                    yield return (heading, body.ToString());
                    body.Clear();
                }

                heading = line.TrimStart('#', ' ').TrimEnd();
                continue;
            }

            body.AppendLine(line.TrimEnd());
        }

        if (body.ToString().Trim() is { Length: > 0 } rest)
        {
            yield return (heading, rest);
        }
    }

    private IEnumerable<string> Parts(string body)
    {
        string[] sentences = body.Split([". ", "! ", "? "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        int start = 0;
        while (start < sentences.Length)
        {
            int end = start;
            int length = 0;
            while (end < sentences.Length && (end == start || length + sentences[end].Length <= options.MaxCharacters))
            {
                length += sentences[end++].Length;
            }

            yield return string.Join(". ", sentences[start..end]);
            start = end < sentences.Length ? Math.Max(start + 1, end - options.OverlapSentences) : end;
        }
    }
}
