using Microsoft.Extensions.AI;

namespace Atlas.Knowledge.Indexing;

public sealed record IndexingReport(int Documents, int Chunks, int Skipped, TimeSpan Elapsed);

/// <summary>Brings documents into the vector store. One call is one run; each batch of embeddings is a call of a model.</summary>
public sealed partial class KnowledgeIndexer(
    IEmbeddingGenerator<string, Embedding<float>> embeddings, IVectorStore store, Chunker chunker, TimeProvider clock)
{
    private const int BatchSize = 64;

    [Observe("knowledge-indexer", Workflow = "indexing", Capture = CaptureMode.Result)]
    [Budget(MaxCostUsd = 2)]
    public partial Task<IndexingReport> IndexAsync(
        [Tag] string collection, [NotCaptured] IReadOnlyList<Document> documents, CancellationToken ct = default);

    private async Task<IndexingReport> IndexCoreAsync(string collection, IReadOnlyList<Document> documents, RunContext run, CancellationToken ct)
    {
        long began = clock.GetTimestamp();
        run.SetMetadata("documents", documents.Count);
        Chunk[] chunks = SplitAll(documents);
        int skipped = 0;
        foreach (Chunk[] batch in chunks.Chunk(BatchSize))
        {
            try
            {
                GeneratedEmbeddings<Embedding<float>> vectors = await EmbedAsync([.. batch.Select(static chunk => chunk.Text)], ct);
                await StoreAsync(collection, [.. batch.Zip(vectors, static (chunk, vector) => new VectorRecord(chunk.Key, vector.Vector, chunk))], ct);
            }
            catch (CircuitOpenException open)
            {
                skipped += batch.Length;
                run.SetTag("circuit", open.Name);
            }
        }

        run.RecordScore("skipped_share", chunks.Length == 0 ? 0 : (double)skipped / chunks.Length, "chunks that have no vector");
        return new IndexingReport(documents.Count, chunks.Length, skipped, clock.GetElapsedTime(began));
    }

    [Observe("knowledge-remover", Workflow = "indexing")]
    public partial Task<int> RemoveAsync([Tag] string collection, string documentId, CancellationToken ct = default);

    private async Task<int> RemoveCoreAsync(string collection, string documentId, RunContext run, CancellationToken ct)
    {
        int removed = await store.RemoveAsync(collection, documentId, ct);
        run.RecordChange(ChangeKind.RecordsDeleted, removed);
        return removed;
    }

    [Step("split_documents", Leaf = true, Capture = CaptureMode.None)]
    private partial Chunk[] SplitAll(IReadOnlyList<Document> documents);

    private Chunk[] SplitAllCore(IReadOnlyList<Document> documents) => [.. documents.SelectMany(chunker.Split)];

    [LlmCall("embed_chunks", Model = "text-embedding-3-small", Capture = CaptureMode.None)]
    [Retry(4, DelayMilliseconds = 1000, BreakAfter = 3, BreakSeconds = 60)]
    private partial Task<GeneratedEmbeddings<Embedding<float>>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken ct);

    private Task<GeneratedEmbeddings<Embedding<float>>> EmbedCoreAsync(IReadOnlyList<string> texts, CancellationToken ct) =>
        embeddings.GenerateAsync(texts, cancellationToken: ct);

    [ToolCall("vector_upsert", ToolType = ToolTypes.VectorDatabase, Capture = CaptureMode.None)]
    private partial Task StoreAsync(string collection, IReadOnlyList<VectorRecord> records, CancellationToken ct);

    private Task StoreCoreAsync(string collection, IReadOnlyList<VectorRecord> records, CancellationToken ct) =>
        store.UpsertAsync(collection, records, ct);
}
