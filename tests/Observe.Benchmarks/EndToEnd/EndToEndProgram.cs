using System.Globalization;
using System.Text;

namespace Observe.Benchmarks.EndToEnd;

/// <summary>
/// One producer without a pause: runs of 10 steps with 3 arguments. How many steps a second from the first step to the last byte, and
/// do all arrive? Observe writes real files; the OpenTelemetry SDK stands beside it with an exporter that does nothing.
/// </summary>
internal static class EndToEndProgram
{
    public static string Run(EndToEndSizes sizes)
    {
        // Turn by turn, so that both meet the same moods of the machine. The first turn compiles and is not shown.
        ObserveEndToEnd.Measure(sizes with { Runs = Math.Min(sizes.Runs, 20_000) });
        OpenTelemetryEndToEnd.Measure(sizes with { Runs = Math.Min(sizes.Runs, 20_000) });
        List<Throughput> observe = [];
        List<Throughput> sdk = [];
        for (int i = 0; i < sizes.Repetitions; i++)
        {
            observe.Add(ObserveEndToEnd.Measure(sizes));
            sdk.Add(OpenTelemetryEndToEnd.Measure(sizes));
        }

        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"""
            {sizes.Steps:N0} steps in runs of {EndToEndSizes.StepsPerRun}, each with 3 arguments (string, int, double); one producer without a pause; {sizes.Repetitions} repetitions in turn.
            Observe: arguments and results to JSON Lines files, waiting when the buffer is full; the last byte is written and flushed when the time ends.
            OpenTelemetry SDK: default settings, 3 tags, an exporter that only counts; the time ends with the return of `ForceFlush`, which itself may sleep for a second.
            "Arrived" is counted in the files, and in the exporter.

            | | M steps/s to the last byte, median | slowest | fastest | M steps/s while producing, median | started | arrived | lost |
            |---|---:|---:|---:|---:|---:|---:|---:|
            {Row("Observe, JSON Lines file", observe)}
            {Row("OpenTelemetry SDK, no-op exporter", sdk)}

            """);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Row(string name, List<Throughput> all)
    {
        double[] whole = [.. all.Select(static one => one.Whole).Order()];
        double[] producing = [.. all.Select(static one => one.Producing).Order()];
        long started = all.Sum(static one => one.Started);
        long arrived = all.Sum(static one => one.Arrived);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Median(whole):0.00} | {whole[0]:0.00} | {whole[^1]:0.00} | {Median(producing):0.00} | {started:N0} | {arrived:N0} | {1 - ((double)arrived / started):0.0 %} |");
    }

    private static double Median(double[] sorted) => sorted[sorted.Length / 2];
}
