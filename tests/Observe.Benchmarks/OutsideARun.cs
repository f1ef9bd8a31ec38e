using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Observe.Benchmarks.Twins;

namespace Observe.Benchmarks;

/// <summary>What does an attributed method cost when nothing is recorded?</summary>
public partial class OutsideARun
{
    private const int Calls = 1000;

    private ITwin _twin = new NoTwin();

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls, Description = "direct call")]
    public int Direct()
    {
        int sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += CheckCore(i);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls, Description = "Activity, no listener")]
    public int ActivityUnheard()
    {
        int sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            using var activity = Traced.Source.StartActivity("check");
            sum += CheckCore(i);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls, Description = "Observe, no observer started")]
    public int NoObserver() => Observed();

    [Benchmark(OperationsPerInvoke = Calls, Description = "Observe, observer started, outside any run")]
    public int NoRun() => Observed();

    [GlobalSetup(Target = nameof(NoRun))]
    public void StartObserver() => _twin = new ObserveTwin();

    [GlobalCleanup]
    public void Stop() => _twin.Stop(0);

    private int Observed()
    {
        int sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += Check(i);
        }

        return sum;
    }

    [Step]
    private static partial int Check(int days);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int CheckCore(int days) => days + 1;
}
