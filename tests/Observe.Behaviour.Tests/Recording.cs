namespace Observe.Behaviour.Tests;

/// <summary>An observer for one test: current in the test's flow only, so that tests run side by side.</summary>
internal sealed class Recording : IAsyncDisposable
{
    private readonly InMemoryExporter _exporter = new();
    private readonly Observer _observer;
    private readonly IDisposable _activation;

    private Recording(Action<ObserverOptions>? configure)
    {
        _observer = Observer.Create(options =>
        {
            options.Exporters.Add(_exporter);
            options.PollInterval = TimeSpan.FromMilliseconds(5);
            configure?.Invoke(options);
        });
        _activation = _observer.Activate();
    }

    public Observer Observer => _observer;

    public static Recording Start(Action<ObserverOptions>? configure = null) => new(configure);

    /// <summary>All runs that have ended.</summary>
    public async Task<IReadOnlyList<RunTrace>> RunsAsync()
    {
        FlushResult result = await _observer.FlushAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, result.DroppedBufferFull + result.DroppedByExporter);
        return _exporter.Runs;
    }

    /// <summary>The only run that has ended.</summary>
    public async Task<RunTrace> RunAsync() => Assert.Single(await RunsAsync());

    public async ValueTask DisposeAsync()
    {
        _activation.Dispose();
        await _observer.DisposeAsync();
    }
}
