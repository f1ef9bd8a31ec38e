namespace Observe.Tests;

/// <summary>An observer of one test, with the runs that it exported and the warnings that it gave.</summary>
internal sealed class TestObserver : IAsyncDisposable
{
    private readonly List<string> _warnings = [];

    public TestObserver(Action<ObserverOptions>? configure = null)
    {
        Observer = Observer.Create(options =>
        {
            options.OnWarning = warning =>
            {
                lock (_warnings)
                {
                    _warnings.Add(warning);
                }
            };
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
            options.Exporters.Add(Memory);
        });
    }

    public Observer Observer { get; }

    public InMemoryExporter Memory { get; } = new();

    public string[] Warnings
    {
        get
        {
            lock (_warnings)
            {
                return [.. _warnings];
            }
        }
    }

    /// <summary>The trace of one run with this body.</summary>
    public static async Task<RunTrace> TraceAsync(Action<RunContext> body, Action<ObserverOptions>? configure = null, RunOptions? options = null)
    {
        await using TestObserver test = new(configure);
        test.Observer.Run("agent", body, options);
        return Assert.Single(await test.RunsAsync());
    }

    public async Task<IReadOnlyList<RunTrace>> RunsAsync()
    {
        await Observer.FlushAsync(TimeSpan.FromSeconds(30));
        return Memory.Runs;
    }

    public ValueTask DisposeAsync() => Observer.DisposeAsync();
}
