namespace Observe.Benchmarks.Twins;

/// <summary>Observe writing JSON Lines, waiting when its buffer is full. In a tight loop this measures the file as much as the step.</summary>
public sealed class ObserveFileTwin : ITwin
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("observe-benchmarks-");
    private readonly Observer _observer;

    public ObserveFileTwin() =>
        _observer = Observer.Start(options =>
        {
            options.Exporters.Add(new JsonLinesFileExporter(_directory.FullName, new JsonLinesFileExporterOptions { MaxFiles = 2 }));
            options.WhenFull = WhenFull.Wait;
            options.WaitTimeout = TimeSpan.FromSeconds(30);
        });

    public long Stop(long started)
    {
        FlushResult result = _observer.FlushAsync(TimeSpan.FromSeconds(30)).GetAwaiter().GetResult();
        _observer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _directory.Delete(recursive: true);
        if (!result.IsComplete || result.Exported != started * 2)
        {
            throw new InvalidOperationException($"{started} scopes were started: {result}");
        }

        return 0;
    }
}
