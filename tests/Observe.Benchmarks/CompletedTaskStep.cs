using System.Diagnostics;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Observe.Benchmarks.Twins;

namespace Observe.Benchmarks;

/// <summary>What does an asynchronous step cost that completes synchronously, with its arguments and its result?</summary>
public partial class CompletedTaskStep : StepTwins<Task<int>>
{
    [Benchmark(OperationsPerInvoke = Steps, Description = "direct call")]
    public override async Task<int> Direct()
    {
        int sum = 0;
        for (int i = 0; i < Steps; i++)
        {
            sum += await CheckCoreAsync(City, i, 21.5);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Steps, Description = "Activity, no listener")]
    public override Task<int> ActivityUnheard() => TracedRunAsync();

    [Benchmark(OperationsPerInvoke = Steps, Description = "Activity, listener, 3 tags")]
    public override Task<int> ActivityHeard() => TracedRunAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps, Description = "OpenTelemetry SDK, 3 tags")]
    public override Task<int> OpenTelemetrySdk() => TracedRunAsync();

    [Benchmark(OperationsPerInvoke = Steps, Description = "Observe")]
    public override Task<int> Observed() => ObservedRunAsync();

    [Benchmark(OperationsPerInvoke = Steps, Description = "Observe, JSON Lines file")]
    public override Task<int> ObservedToFile() => ObservedRunAsync();

    [Observe(Capture = CaptureMode.None)]
    private partial Task<int> ObservedRunAsync();

    private async Task<int> ObservedRunCoreAsync()
    {
        Runs++;
        int sum = 0;
        for (int i = 0; i < Steps; i++)
        {
            sum += await CheckAsync(City, i, 21.5);
        }

        return sum;
    }

    [Step]
    private static partial Task<int> CheckAsync(string city, int days, double temperature);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<int> CheckCoreAsync(string city, int days, double temperature) =>
        Task.FromResult(1000 + city.Length + days + (int)temperature);

    private async Task<int> TracedRunAsync()
    {
        Runs++;
        using Activity? root = Traced.Source.StartActivity("run");
        int sum = 0;
        for (int i = 0; i < Steps; i++)
        {
            sum += await TracedCheckAsync(City, i, 21.5);
        }

        return sum;
    }

    private static async Task<int> TracedCheckAsync(string city, int days, double temperature)
    {
        using Activity? activity = Traced.Source.StartActivity("check");
        if (activity is not null)
        {
            activity.SetTag("city", city);
            activity.SetTag("days", days);
            activity.SetTag("temperature", temperature);
        }

        return await CheckCoreAsync(city, days, temperature);
    }
}
