using System.Diagnostics;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Observe.Benchmarks.Twins;

namespace Observe.Benchmarks;

/// <summary>What does a synchronous step cost with its arguments and its result?</summary>
public partial class SyncStepWithCaptures : StepTwins<int>
{
    [Benchmark(OperationsPerInvoke = Steps, Description = "direct call")]
    public override int Direct()
    {
        int sum = 0;
        for (int i = 0; i < Steps; i++)
        {
            sum += CheckCore(City, i, 21.5);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Steps, Description = "Activity, no listener")]
    public override int ActivityUnheard() => TracedRun();

    [Benchmark(OperationsPerInvoke = Steps, Description = "Activity, listener, 3 tags")]
    public override int ActivityHeard() => TracedRun();

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps, Description = "OpenTelemetry SDK, 3 tags")]
    public override int OpenTelemetrySdk() => TracedRun();

    [Benchmark(OperationsPerInvoke = Steps, Description = "Observe")]
    public override int Observed() => ObservedRun();

    [Benchmark(OperationsPerInvoke = Steps, Description = "Observe, JSON Lines file")]
    public override int ObservedToFile() => ObservedRun();

    [Observe(Capture = CaptureMode.None)]
    private partial int ObservedRun();

    private int ObservedRunCore()
    {
        Runs++;
        int sum = 0;
        for (int i = 0; i < Steps; i++)
        {
            sum += Check(City, i, 21.5);
        }

        return sum;
    }

    [Step]
    private static partial int Check(string city, int days, double temperature);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int CheckCore(string city, int days, double temperature) => city.Length + days + (int)temperature;

    private int TracedRun()
    {
        Runs++;
        using Activity? root = Traced.Source.StartActivity("run");
        int sum = 0;
        for (int i = 0; i < Steps; i++)
        {
            sum += TracedCheck(City, i, 21.5);
        }

        return sum;
    }

    private static int TracedCheck(string city, int days, double temperature)
    {
        using Activity? activity = Traced.Source.StartActivity("check");
        if (activity is not null)
        {
            activity.SetTag("city", city);
            activity.SetTag("days", days);
            activity.SetTag("temperature", temperature);
        }

        return CheckCore(city, days, temperature);
    }
}
