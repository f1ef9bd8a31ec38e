namespace Observe.Benchmarks.Twins;

/// <summary>Observe with its default settings but that it waits when its buffer is full, in front of an exporter that only counts.</summary>
public sealed class ObserveTwin : ITwin
{
    private readonly RecordCounter _counter = new();
    private readonly Observer _observer;

    public ObserveTwin() =>
        _observer = Observer.Start(options =>
        {
            options.Exporters.Add(_counter);
            options.WhenFull = WhenFull.Wait;
            options.WaitTimeout = TimeSpan.FromSeconds(30);
        });

    public long Stop(long started)
    {
        FlushResult result = _observer.FlushAsync(TimeSpan.FromSeconds(30)).GetAwaiter().GetResult();
        _observer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (!result.IsComplete || _counter.Count != result.Exported || result.Exported != started * 2)
        {
            throw new InvalidOperationException($"{started} scopes were started and {_counter.Count} records arrived: {result}");
        }

        return 0;
    }
}
