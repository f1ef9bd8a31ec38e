using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Observe.Benchmarks.Twins;

namespace Observe.Benchmarks;

/// <summary>What does a run cost that has no steps?</summary>
public partial class EmptyRun
{
    private ITwin _twin = new NoTwin();
    private int _runs;

    [Benchmark(Baseline = true, Description = "OpenTelemetry SDK, root span")]
    public int OpenTelemetrySdk()
    {
        using Activity? root = Traced.Source.StartActivity("run");
        return ++_runs;
    }

    [Benchmark(Description = "Observe")]
    public int Observed() => ObservedRun();

    [GlobalSetup(Target = nameof(OpenTelemetrySdk))]
    public void StartSdk() => _twin = new OpenTelemetryTwin();

    [GlobalSetup(Target = nameof(Observed))]
    public void StartObserver() => _twin = new ObserveTwin();

    [GlobalCleanup]
    public void Stop() => Console.WriteLine(Tables.LostColumn.Line(_runs, _twin.Stop(_runs)));

    [Observe(Capture = CaptureMode.None)]
    private partial int ObservedRun();

    private int ObservedRunCore() => ++_runs;
}
