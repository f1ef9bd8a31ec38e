using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Atlas.Knowledge.Indexing;

/// <summary>For tests and small knowledge bases: compares with everything.</summary>
public sealed class InMemoryVectorStore : IVectorStore
{
    private readonly ConcurrentDictionary<(string Collection, string Key), VectorRecord> _records = new();

    public Task UpsertAsync(string collection, IReadOnlyList<VectorRecord> records, CancellationToken ct)
    {
        foreach (VectorRecord record in records)
        {
            _records[(collection, record.Key)] = record;
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Hit> QueryAsync(
        string collection, ReadOnlyMemory<float> vector, int topK, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        IEnumerable<Hit> best = _records
            .Where(entry => entry.Key.Collection == collection)
            .Select(entry => new Hit(entry.Value.Chunk, Similarity(vector.Span, entry.Value.Vector.Span)))
            .OrderByDescending(static hit => hit.Score)
            .Take(topK);
        foreach (Hit hit in best)
        {
            ct.ThrowIfCancellationRequested();
            yield return hit;
        }
    }

    public Task<int> RemoveAsync(string collection, string documentId, CancellationToken ct)
    {
        int removed = 0;
        foreach ((string Collection, string Key) key in _records.Keys.Where(key => key.Collection == collection))
        {
            if (key.Key.StartsWith(documentId + "#", StringComparison.Ordinal) && _records.TryRemove(key, out _))
            {
                removed++;
            }
        }

        return Task.FromResult(removed);
    }

    private static double Similarity(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        double dot = 0, lengthLeft = 0, lengthRight = 0;
        for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            dot += left[i] * right[i];
            lengthLeft += left[i] * left[i];
            lengthRight += right[i] * right[i];
        }

        return lengthLeft == 0 || lengthRight == 0 ? 0 : dot / (Math.Sqrt(lengthLeft) * Math.Sqrt(lengthRight));
    }
}
