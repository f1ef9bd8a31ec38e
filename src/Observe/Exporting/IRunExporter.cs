namespace Observe;

/// <summary>Takes finished runs out of the process: to a file, a screen, a server.</summary>
/// <remarks>
/// Let exceptions go: the pump retries with back-off, counts what it gives up, and never lets them reach user code. An exporter is
/// called by one thread at a time and in the order in which runs ended.
/// </remarks>
public interface IRunExporter : IAsyncDisposable
{
    /// <summary>Name of the exporter in <see cref="FlushResult"/> and warnings.</summary>
    string Name { get; }

    /// <summary>Takes a batch of runs. When the call throws, the whole batch is offered again.</summary>
    /// <param name="runs">The runs; valid only until the returned task completes.</param>
    /// <param name="cancellationToken">Fires when the export takes longer than <see cref="ObserverOptions.ExportTimeout"/>.</param>
    ValueTask ExportAsync(IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken);

    /// <summary>Pushes what the exporter itself still holds. The default does nothing.</summary>
    /// <param name="cancellationToken">Fires when the flush has taken too long.</param>
    ValueTask FlushAsync(CancellationToken cancellationToken) => default;
}
