namespace Observe;

/// <summary>Prints every finished run as a tree for people to read, with the runs it called inside it.</summary>
/// <remarks>
/// Child runs end before the run that called them, so they are held until it arrives. Those whose caller never comes are printed at
/// <see cref="FlushAsync"/> and <see cref="DisposeAsync"/>. Captured text cannot control the terminal: control characters are escaped.
/// </remarks>
public sealed class ConsoleExporter : IRunExporter
{
    private readonly ConsoleExporterOptions _options;
    private readonly HeldRuns _held = new();
    private readonly RecentTraces _printedTraces = new();

    // A batch that throws half-way is offered again; what it has printed must not be printed twice.
    private readonly HashSet<string> _printedOfBatch = [];
    private IReadOnlyList<FinishedRun>? _batch;
    private int _addendaOfBatch;
    private int _printedAddenda;

    /// <summary>Creates an exporter.</summary>
    /// <param name="options">How to print. Default: to the console, see <see cref="ConsoleExporterOptions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number in <paramref name="options"/> is too small.</exception>
    public ConsoleExporter(ConsoleExporterOptions? options = null)
    {
        _options = options ?? new ConsoleExporterOptions();
        if (_options.Width is { } width)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(width, TraceTreeStyle.MinWidth, nameof(options));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxScopes, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.MaxHeldRuns, nameof(options));
    }

    /// <inheritdoc/>
    public string Name => "console";

    /// <inheritdoc/>
    public ValueTask ExportAsync(IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runs);
        _addendaOfBatch = 0;
        if (!ReferenceEquals(runs, _batch))
        {
            _batch = runs;
            _printedAddenda = 0;
        }

        foreach (FinishedRun run in runs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Accept(run.Read());
        }

        _printedOfBatch.Clear();
        _batch = null;
        return default;
    }

    /// <inheritdoc/>
    public ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        foreach (RunTrace orphan in _held.Orphans())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Print(orphan);
        }

        // Runs that claim to be each other's parents are nonsense, but must not stay for ever.
        while (_held.Count > 0)
        {
            Print(_held.Oldest);
        }

        return default;
    }

    /// <summary>Prints the child runs that still wait for their caller. The writer stays open.</summary>
    public ValueTask DisposeAsync() => FlushAsync(CancellationToken.None);

    /// <summary>Prints a root run with its child runs, or an addendum; holds a child run.</summary>
    internal void Accept(RunTrace run)
    {
        if (run.IsAddendum)
        {
            PrintAddendum(run);
            return;
        }

        if (_printedOfBatch.Contains(IdOf(run)))
        {
            return;
        }

        // A child run that outlives its root would wait for ever.
        if (run.ParentSpanId is null || _printedTraces.Contains(run.TraceId))
        {
            Print(run);
            return;
        }

        _held.Add(run);
        while (_held.Count > _options.MaxHeldRuns)
        {
            Print(_held.Oldest);
        }
    }

    private static string IdOf(RunTrace run) => run.TraceId.ToHexString() + run.SpanId.ToHexString();

    // Addenda have the ids of their run, so they are told apart by their order in the batch.
    private void PrintAddendum(RunTrace addendum)
    {
        if (++_addendaOfBatch > _printedAddenda)
        {
            TextWriter writer = _options.Writer ?? Console.Out;
            writer.Write(AddendumLines.Render(addendum, TraceTreeStyle.For(writer, _options)));
            writer.Flush();
            _printedAddenda = _addendaOfBatch;
        }
    }

    private void Print(RunTrace run)
    {
        TextWriter writer = _options.Writer ?? Console.Out;
        IReadOnlyList<RunTrace> descendants = _held.DescendantsOf(run);

        // One call for the whole tree, so that other threads' output cannot come between its lines.
        writer.Write(TraceTree.Render(run, descendants, TraceTreeStyle.For(writer, _options)));
        writer.Flush();

        _held.Remove(run, descendants);
        _printedOfBatch.Add(IdOf(run));
        foreach (RunTrace descendant in descendants)
        {
            _printedOfBatch.Add(IdOf(descendant));
        }

        if (run.ParentSpanId is null)
        {
            _printedTraces.Add(run.TraceId);
        }
    }
}
