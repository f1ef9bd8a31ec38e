namespace Observe;

/// <summary>Keeps finished runs in memory, decoded. For tests.</summary>
public sealed class InMemoryExporter : IRunExporter
{
    private readonly List<RunTrace> _runs = [];

    /// <inheritdoc/>
    public string Name => "memory";

    /// <summary>The runs exported so far, in the order in which they ended.</summary>
    public IReadOnlyList<RunTrace> Runs
    {
        get
        {
            lock (_runs)
            {
                return [.. _runs];
            }
        }
    }

    /// <summary>Forgets the runs exported so far.</summary>
    public void Clear()
    {
        lock (_runs)
        {
            _runs.Clear();
        }
    }

    /// <inheritdoc/>
    public ValueTask ExportAsync(IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runs);
        List<RunTrace> traces = new(runs.Count); // all or none: a batch that fails is offered again
        foreach (FinishedRun run in runs)
        {
            traces.Add(run.Read());
        }

        lock (_runs)
        {
            _runs.AddRange(traces);
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;
}
