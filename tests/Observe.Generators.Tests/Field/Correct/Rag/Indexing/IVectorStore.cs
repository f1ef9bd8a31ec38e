namespace Atlas.Knowledge.Indexing;

public interface IVectorStore
{
    Task UpsertAsync(string collection, IReadOnlyList<VectorRecord> records, CancellationToken ct);

    IAsyncEnumerable<Hit> QueryAsync(string collection, ReadOnlyMemory<float> vector, int topK, CancellationToken ct);

    Task<int> RemoveAsync(string collection, string documentId, CancellationToken ct);
}

public sealed record VectorRecord(string Key, ReadOnlyMemory<float> Vector, Chunk Chunk);
