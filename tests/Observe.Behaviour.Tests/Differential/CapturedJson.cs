namespace Observe.Behaviour.Tests.Differential;

/// <summary>The JSON that an exporter gets of what observed methods return.</summary>
internal static class CapturedJson
{
    private const int CallsEachRun = 50;

    /// <summary>Makes the calls, each of which is to be one step, and returns arguments and result of each.</summary>
    public static async Task<IReadOnlyList<(string Arguments, string Result)>> OfAsync(int calls, Action<int> call)
    {
        InMemoryExporter exporter = new();
        await using Observer observer = Observer.Create(options =>
        {
            options.Exporters.Add(exporter);
            options.Mask = TextMask.None;
            options.Capture.MaxBytes = 400 * 1024;
            options.Capture.MaxDepth = 32;
            options.SegmentBytes = 1024 * 1024;
            options.WhenFull = WhenFull.Wait;
            options.WaitTimeout = TimeSpan.FromSeconds(30);
            options.PollInterval = TimeSpan.FromMilliseconds(5);
        });
        using IDisposable activation = observer.Activate();
        List<(string, string)> captured = [];
        for (int first = 0; first < calls; first += CallsEachRun)
        {
            int end = Math.Min(first + CallsEachRun, calls);
            observer.Run("graphs", _ =>
            {
                for (int i = first; i < end; i++)
                {
                    call(i);
                }
            });
            FlushResult flushed = await observer.FlushAsync(TimeSpan.FromSeconds(30));
            Assert.Equal(0, flushed.DroppedBufferFull + flushed.DroppedByExporter);
        }

        foreach (RunTrace run in exporter.Runs.OrderBy(static run => run.StartTime))
        {
            Assert.Equal(Outcome.Ok, run.Outcome);
            captured.AddRange(run.Scopes.OrderBy(static scope => scope.Id).Select(static scope => (scope.Arguments!, scope.Result!)));
        }

        Assert.Equal(calls, captured.Count);
        return captured;
    }
}
