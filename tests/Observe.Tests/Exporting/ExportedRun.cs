namespace Observe.Tests.Exporting;

/// <summary>One run, as the trace says it and as the line of the file says it; both say the same.</summary>
internal static class ExportedRun
{
    public static async Task<(RunTrace Run, string Line)> OfAsync(
        Action<RunContext> body, Action<ObserverOptions>? configure = null, RunOptions? options = null)
    {
        (IReadOnlyList<RunTrace> runs, string[] lines) = await AllOfAsync(observer => observer.Run("agent", body, options), configure);
        return (Assert.Single(runs), Assert.Single(lines));
    }

    public static async Task<(IReadOnlyList<RunTrace> Runs, string[] Lines)> AllOfAsync(
        Action<Observer> use, Action<ObserverOptions>? configure = null)
    {
        using TemporaryDirectory directory = new();
        TestObserver test = new(options =>
        {
            options.Exporters.Add(new JsonLinesFileExporter(directory.Path));
            configure?.Invoke(options);
        });
        use(test.Observer);
        await test.DisposeAsync();
        string[] lines = directory.Lines;
        Assert.Equal(test.Memory.Runs.Count, lines.Length);
        Assert.All(test.Memory.Runs.Zip(lines), pair => LineAssert.Equal(pair.First, pair.Second));
        return (test.Memory.Runs, lines);
    }
}
