using System.Collections.Concurrent;

namespace Atlas.Knowledge.Answering;

public interface IReranker
{
    Task<IReadOnlyList<double>> ScoreAsync(string question, IReadOnlyList<string> texts, CancellationToken ct);
}

public interface IDocumentAccess
{
    ValueTask<bool> CanReadAsync(string documentId, string? group, CancellationToken ct);
}

/// <summary>Counts the words that question and text share. A stand-in until a cross-encoder is deployed.</summary>
public sealed class WordOverlapReranker : IReranker
{
    private static readonly char[] s_separators = [' ', ',', '.', ';', ':', '?', '!', '\n'];

    public Task<IReadOnlyList<double>> ScoreAsync(string question, IReadOnlyList<string> texts, CancellationToken ct)
    {
        HashSet<string> wanted = [.. question.Split(s_separators, StringSplitOptions.RemoveEmptyEntries)];
        double[] scores = new double[texts.Count];
        Parallel.For(0, texts.Count, new ParallelOptions { CancellationToken = ct }, i =>
        {
            int shared = texts[i].Split(s_separators, StringSplitOptions.RemoveEmptyEntries).Distinct().Count(wanted.Contains);
            scores[i] = wanted.Count == 0 ? 0 : Math.Min(1.0, (double)shared / wanted.Count);
        });
        return Task.FromResult<IReadOnlyList<double>>(scores);
    }
}

public sealed class DocumentAccess(IEnumerable<Document> documents) : IDocumentAccess
{
    private readonly ConcurrentDictionary<string, Document> _documents = new(documents.Select(static d => KeyValuePair.Create(d.Id, d)));

    public ValueTask<bool> CanReadAsync(string documentId, string? group, CancellationToken ct) =>
        new(_documents.TryGetValue(documentId, out Document? document) && document.IsReadableFor(group));
}

internal static class Grounding
{
    /// <summary>Share of the statements that quote something; 0 to 1.</summary>
    public static double Of(CitedAnswer answer, IReadOnlyList<Hit> hits)
    {
        int statements = answer.Text.Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
        int cited = answer.Citations.Count(citation => citation.Number <= hits.Count);
        return statements == 0 ? 0 : Math.Min(1, (double)cited / statements);
    }
}
