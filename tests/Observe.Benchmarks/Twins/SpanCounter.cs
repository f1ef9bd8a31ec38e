using System.Diagnostics;
using OpenTelemetry;

namespace Observe.Benchmarks.Twins;

/// <summary>An exporter that counts what reaches it and does nothing else.</summary>
internal sealed class SpanCounter : BaseExporter<Activity>
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public override ExportResult Export(in Batch<Activity> batch)
    {
        Interlocked.Add(ref _count, batch.Count);
        return ExportResult.Success;
    }
}
