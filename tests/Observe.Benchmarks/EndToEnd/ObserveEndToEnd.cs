using System.Diagnostics;

namespace Observe.Benchmarks.EndToEnd;

/// <summary>Observe, from the first step to the last byte in a file.</summary>
internal static partial class ObserveEndToEnd
{
    public static Throughput Measure(EndToEndSizes sizes)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("observe-end-to-end-");
        try
        {
            Observer observer = Observer.Start(options =>
            {
                options.Exporters.Add(new JsonLinesFileExporter(directory.FullName));
                options.WhenFull = WhenFull.Wait;
                options.WaitTimeout = TimeSpan.FromSeconds(30);
            });
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < sizes.Runs; i++)
            {
                Forecast(i);
            }

            TimeSpan producer = Stopwatch.GetElapsedTime(start);
            FlushResult result = observer.FlushAsync(TimeSpan.FromMinutes(5)).GetAwaiter().GetResult();
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            observer.DisposeAsync().AsTask().GetAwaiter().GetResult();
            (long lines, long scopes) = WrittenLines.Count(directory);
            if (!result.IsComplete || lines != sizes.Runs)
            {
                throw new InvalidOperationException($"{lines} lines of {sizes.Runs} runs: {result}");
            }

            return new Throughput(sizes.Steps, scopes, producer, time);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Observe(Capture = CaptureMode.None)]
    private static partial int Forecast(int day);

    private static int ForecastCore(int day)
    {
        int sum = 0;
        for (int i = 0; i < EndToEndSizes.StepsPerRun; i++)
        {
            sum += Check("Lisbon, Portugal", day + i, 21.5);
        }

        return sum;
    }

    [Step]
    private static partial int Check(string city, int days, double temperature);

    private static int CheckCore(string city, int days, double temperature) => city.Length + days + (int)temperature;
}
