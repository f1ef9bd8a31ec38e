using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Observe;

namespace Cases.Governed;

public class DailyLimit : IPolicy
{
    public string Name => "daily-limit";

    public string Category => "test";

    public PolicyPoints Points => PolicyPoints.BeforeRun;

    public PolicyResult Evaluate(PolicyContext context) => PolicyResult.Allow;
}

internal struct Small : IPolicy
{
    public readonly string Name => "small";

    public readonly string Category => "test";

    public readonly PolicyPoints Points => PolicyPoints.BeforeStep;

    public readonly PolicyResult Evaluate(PolicyContext context) => PolicyResult.Allow;
}

public partial class Bank
{
    public CancellationToken Seen { get; private set; }

    [Observe("bank", EnforcePolicy = false, MidExecutionGovernance = true)]
    [Policy(typeof(DailyLimit))]
    [Policy("everybody")]
    [Budget(MaxCostUsd = 0.5, MaxTokens = 10_000_000_000, MaxCalls = 25, Per = BudgetKey.User, Window = BudgetWindow.Day, OnExceed = PolicyAction.Throttle)]
    [Budget(MaxTokens = 5000)]
    [RateLimit(MaxPerMinute = 1000, MaxConcurrent = 100)]
    [AllowTools("transfer", "read_*")]
    [MaxSteps(5)]
    public partial Task<int> RunAsync([UserId] string user, int amount);

    private async Task<int> RunCoreAsync(string user, int amount)
    {
        Check(amount);
        await TransferAsync(user, amount);
        return amount;
    }

    [Step]
    [Policy(typeof(Small))]
    public partial void Check(int amount);

    private static void CheckCore(int amount) => ArgumentOutOfRangeException.ThrowIfNegative(amount);

    [ToolCall("transfer")]
    [RequireUserGroup("tellers", "managers"), RequireApproval(Reason = "moves \"money\"", Approvers = ["risk"], TimeoutMinutes = 0.5)]
    public partial Task TransferAsync(string to, int amount);

    private static Task TransferCoreAsync(string to, int amount) => Task.CompletedTask;

    [Step]
    [Budget(MaxDurationSeconds = 2.5)]
    public partial Task<int> CountAsync(int to, CancellationToken cancellationToken = default);

    private async Task<int> CountCoreAsync(int to, CancellationToken cancellationToken)
    {
        Seen = cancellationToken;
        await Task.Yield();
        return to;
    }

    [Step]
    [Budget(MaxDurationSeconds = 0.02, MaxCalls = 1)]
    public partial IAsyncEnumerable<int> EndlessAsync(CancellationToken cancellationToken);

    private async IAsyncEnumerable<int> EndlessCoreAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Seen = cancellationToken;
        for (int i = 0; ; i++)
        {
            await Task.Delay(1, cancellationToken);
            yield return i;
        }
    }

    [Step]
    [RequireApproval]
    [Budget(MaxDurationSeconds = 1)]
    public partial int Wait(CancellationToken stop);

    private int WaitCore(CancellationToken stop)
    {
        Seen = stop;
        return 1;
    }
}
