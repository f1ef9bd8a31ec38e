using BenchmarkDotNet.Attributes;
using Observe.Benchmarks.Twins;

namespace Observe.Benchmarks;

/// <summary>What do five built-in policies add to a run, those that are asked before it, and those that are asked after it too?</summary>
public partial class GovernedRun
{
    private RecordingTwin? _twin;
    private int _runs;

    [Benchmark(Baseline = true, Description = "run without policies")]
    public int Free() => ObservedRun("customer-7");

    [Benchmark(Description = "rate limit, scheduling, recursion bound, end user's rate limit and suspension")]
    public int Guarded() => ObservedRun("customer-7");

    [Benchmark(Description = "rate limit, scheduling, recursion bound, kill switch, budget: also after the run")]
    public int GuardedAfter() => ObservedRun("customer-7");

    [GlobalSetup(Target = nameof(Free))]
    public void Start() => _twin = new RecordingTwin();

    [GlobalSetup(Target = nameof(Guarded))]
    public void StartGuarded() => _twin = new RecordingTwin(static options =>
    {
        options.Policies.EndUsers = new EndUserDirectory(new EndUser("customer-7") { RequestsPerMinute = int.MaxValue });
        AddThree(options.Policies)
            .Add(new EndUserRateLimitPolicy(new EndUserRateLimitRules()))
            .Add(new EndUserSuspensionPolicy(new EndUserSuspensionRules()));
    });

    [GlobalSetup(Target = nameof(GuardedAfter))]
    public void StartGuardedAfter() => _twin = new RecordingTwin(static options => AddThree(options.Policies)
        .Add(new KillPolicy(new KillRules()))
        .Add(new BudgetPolicy(new BudgetRules
        {
            Limits = [new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Day, MaxTokens = 1_000_000 }],
        })));

    [GlobalCleanup]
    public void Stop() => _twin!.Stop();

    private static PolicyOptions AddThree(PolicyOptions policies) => policies
        .Add(new RateLimitPolicy(new RateLimitRules { MaxPerMinute = int.MaxValue, MaxPerHour = int.MaxValue, MaxConcurrent = 5 }))
        .Add(new SchedulingPolicy(new SchedulingRules { AllowedHours = new ScheduleHours(0, 24) }))
        .Add(new RecursionBoundPolicy(new RecursionBoundRules()));

    [Observe(Capture = CaptureMode.None)]
    private partial int ObservedRun([EndUserId] string customer);

    private int ObservedRunCore(string customer) => ++_runs;
}
