namespace Observe.Tests;

/// <summary>An exporter that does what a test says.</summary>
internal sealed class DelegatingExporter(
    Func<IReadOnlyList<FinishedRun>, CancellationToken, ValueTask> export, Func<ValueTask>? flush = null, Func<ValueTask>? dispose = null, string name = "test")
    : IRunExporter
{
    public string Name => name;

    public ValueTask ExportAsync(IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken) => export(runs, cancellationToken);

    public ValueTask FlushAsync(CancellationToken cancellationToken) => flush?.Invoke() ?? default;

    public ValueTask DisposeAsync() => dispose?.Invoke() ?? default;
}
