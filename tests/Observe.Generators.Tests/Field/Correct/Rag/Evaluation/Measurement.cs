using System.Diagnostics;

namespace Atlas.Knowledge.Evaluation;

public static class Measurement
{
    /// <summary>Measures something small under its own observer; nothing of it is kept.</summary>
    public static async Task<TimeSpan> MeasureAsync(Func<CancellationToken, Task> action, CancellationToken ct)
    {
        InMemoryExporter memory = new();
        Observer observer = Observer.Create(options =>
        {
            options.Exporters.Add(memory);
            options.Capture.Arguments = false;
            options.Capture.Results = false;
            options.Mask = TextMask.None;
        });
        try
        {
            using (observer.Activate())
            {
                await using ActiveRun run = RunContext.Begin("measurement");
                long began = Stopwatch.GetTimestamp();
                try
                {
                    await action(ct);
                }
                catch (Exception e)
                {
                    run.Fail(e);
                    throw;
                }

                TimeSpan elapsed = Stopwatch.GetElapsedTime(began);
                run.Context.SetResult(elapsed);
                return elapsed;
            }
        }
        finally
        {
            await observer.DisposeAsync();
        }
    }
}
