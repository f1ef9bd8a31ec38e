using Observe.Policies;
using Observe.Tests.Runs;

namespace Observe.Tests.Policies.Budgets;

[Collection(ProcessWide.Name)]
public class BudgetAllocationTests
{
    private static readonly PolicyPoints[] s_points =
        [PolicyPoints.BeforeRun, PolicyPoints.Checkpoint, PolicyPoints.BeforeLlmCall, PolicyPoints.AfterRun];

    private readonly Hold _hold = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public void What_is_allowed_allocates_nothing()
    {
        BudgetPolicy policy = new(new BudgetRules
        {
            Limits =
            [
                new BudgetLimit { MaxTokens = long.MaxValue, MaxCostUsd = 1_000_000 },
                new BudgetLimit { Key = BudgetKey.Session, MaxTokens = long.MaxValue },
                new BudgetLimit { Key = BudgetKey.User, Window = BudgetWindow.Day, MaxCostUsd = 1_000_000 },
                new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Month, MaxCalls = long.MaxValue },
                new BudgetLimit { Key = BudgetKey.Agent, Model = "gpt-4o", MaxCalls = long.MaxValue },
            ],
        });
        AssertNothingAllocated(policy);
    }

    [Fact]
    public void Nor_does_the_budget_of_an_end_user() => AssertNothingAllocated(new EndUserBudgetPolicy(new EndUserBudgetRules()));

    private void AssertNothingAllocated(IMeteringPolicy policy)
    {
        RunContext run = BudgetDesk.Run("agent", "s", "u", "e");
        PolicyContext context = new()
        {
            Run = run,
            Meter = run.Recorder,
            IsObserverWide = true,
            Model = "gpt-4o",
            TimeProvider = _clock,
            Policy = policy,
            Holds = _hold,
            EndUsers = new OneUser(),
        };
        for (int i = 0; i < 200; i++)
        {
            Once(policy, context);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            Once(policy, context);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Once(IMeteringPolicy policy, PolicyContext context)
    {
        foreach (PolicyPoints point in s_points)
        {
            _hold.Taken = null;
            context.Point = point;
            context.IsGuardedCall = point is PolicyPoints.BeforeRun or PolicyPoints.AfterRun;
            if (!ReferenceEquals(PolicyResult.Allow, policy.Evaluate(context)))
            {
                throw new InvalidOperationException("not allowed");
            }

            if (_hold.Taken is { } taken)
            {
                policy.Charge(new PolicyCharge(context.Run, BudgetDesk.Used(10, 0.001m, "gpt-4o"), taken, context.Meter!, true, _clock));
                taken.Release();
            }
        }
    }

    private sealed class Hold : PolicyHolds
    {
        public IPolicyHold? Taken { get; set; }

        public override void Add(IPolicy policy, IPolicyHold hold) => Taken = hold;
    }

    private sealed class OneUser : IEndUserDirectory
    {
        private readonly EndUser _user = new("e") { MonthlyBudgetCents = 100_000_000 };

        public EndUser? Find(string id) => _user;
    }
}
