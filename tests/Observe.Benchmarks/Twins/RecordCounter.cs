namespace Observe.Benchmarks.Twins;

/// <summary>An exporter that counts what reaches it and does nothing else.</summary>
internal sealed class RecordCounter : IRunExporter
{
    private long _count;

    public string Name => "counter";

    public long Count => Interlocked.Read(ref _count);

    public ValueTask ExportAsync(IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken)
    {
        foreach (FinishedRun run in runs)
        {
            Interlocked.Add(ref _count, run.RecordCount);
        }

        return default;
    }

    public ValueTask DisposeAsync() => default;
}
