namespace Observe.Aot.Checks;

/// <summary>Records what a body does.</summary>
internal static class Recorded
{
    public static async Task<IReadOnlyList<RunTrace>> RunsOfAsync(Func<Observer, Task> body)
    {
        InMemoryExporter memory = new();
        await using Observer observer = Observer.Create(options => options.Exporters.Add(memory));
        using (observer.Activate())
        {
            await body(observer);
        }

        await observer.FlushAsync();
        return memory.Runs;
    }
}
