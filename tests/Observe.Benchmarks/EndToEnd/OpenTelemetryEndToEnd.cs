using System.Diagnostics;
using Observe.Benchmarks.Twins;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Observe.Benchmarks.EndToEnd;

/// <summary>The OpenTelemetry SDK with its default settings, from the first span to the end of its flush.</summary>
internal static class OpenTelemetryEndToEnd
{
    public static Throughput Measure(EndToEndSizes sizes)
    {
        SpanCounter counter = new();
        using TracerProvider provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(Traced.Source.Name)
            .AddProcessor(new BatchActivityExportProcessor(counter))
            .Build();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < sizes.Runs; i++)
        {
            Forecast(i);
        }

        TimeSpan producer = Stopwatch.GetElapsedTime(start);
        provider.ForceFlush();
        TimeSpan time = Stopwatch.GetElapsedTime(start);

        // Root spans are among what arrives, so they are among what was started.
        return new Throughput(sizes.Steps + sizes.Runs, counter.Count, producer, time);
    }

    private static int Forecast(int day)
    {
        using Activity? run = Traced.Source.StartActivity("forecast");
        int sum = 0;
        for (int i = 0; i < EndToEndSizes.StepsPerRun; i++)
        {
            sum += Check("Lisbon, Portugal", day + i, 21.5);
        }

        return sum;
    }

    private static int Check(string city, int days, double temperature)
    {
        using Activity? activity = Traced.Source.StartActivity("check");
        if (activity is not null)
        {
            activity.SetTag("city", city);
            activity.SetTag("days", days);
            activity.SetTag("temperature", temperature);
        }

        return city.Length + days + (int)temperature;
    }
}
