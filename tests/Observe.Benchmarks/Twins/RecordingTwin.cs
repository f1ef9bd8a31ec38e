namespace Observe.Benchmarks.Twins;

/// <summary>Observe in front of an exporter that only counts, for what makes any number of records.</summary>
public sealed class RecordingTwin
{
    private readonly RecordCounter _counter = new();

    public RecordingTwin(Action<ObserverOptions>? configure = null) =>
        Observer = Observer.Start(options =>
        {
            options.Exporters.Add(_counter);
            options.WhenFull = WhenFull.Wait;
            options.WaitTimeout = TimeSpan.FromSeconds(30);
            configure?.Invoke(options);
        });

    public Observer Observer { get; }

    /// <summary>Stops, and makes sure that nothing was lost.</summary>
    public void Stop()
    {
        FlushResult result = Observer.FlushAsync(TimeSpan.FromSeconds(30)).GetAwaiter().GetResult();
        Observer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (!result.IsComplete || _counter.Count != result.Exported)
        {
            throw new InvalidOperationException($"{_counter.Count} records arrived: {result}");
        }
    }
}
