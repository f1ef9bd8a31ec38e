using Observe.CompilerServices;
using Observe.Policies;

namespace Observe.Tests.Policies.Budgets;

public class BudgetKeyTests
{
    public static TheoryData<BudgetKey> Shared => [BudgetKey.Session, BudgetKey.User, BudgetKey.EndUser, BudgetKey.Agent];

    [Theory]
    [MemberData(nameof(Shared))]
    public void Runs_of_the_same_key_share_a_budget_and_others_do_not(BudgetKey key)
    {
        BudgetDesk desk = Desk(key);
        Assert.True(desk.Spend(RunFor(key, "one")).Allowed);
        Assert.True(desk.Spend(RunFor(key, "one")).Blocked);
        Assert.True(desk.Spend(RunFor(key, "two")).Allowed);
        Assert.True(desk.Spend(RunFor(key, "two")).Blocked);
    }

    [Fact]
    public void All_runs_share_the_budget_for_all()
    {
        BudgetDesk desk = Desk(BudgetKey.All);
        Assert.True(desk.Spend(BudgetDesk.Run("a", "s1", "u1", "e1")).Allowed);
        Assert.True(desk.Spend(BudgetDesk.Run("b", "s2", "u2", "e2")).Blocked);
    }

    [Fact]
    public void Each_run_has_the_budget_per_run_for_itself()
    {
        BudgetDesk desk = Desk(BudgetKey.Run);
        RunContext run = BudgetDesk.Run(session: "s", user: "u");
        Assert.True(desk.Spend(run).Allowed);
        Assert.True(desk.Spend(run).Blocked);
        Assert.True(desk.Spend(BudgetDesk.Run(session: "s", user: "u")).Allowed);
    }

    [Theory]
    [InlineData(BudgetKey.Session)]
    [InlineData(BudgetKey.User)]
    [InlineData(BudgetKey.EndUser)]
    public void A_run_without_the_key_has_a_budget_of_its_own(BudgetKey key)
    {
        BudgetDesk desk = Desk(key);
        RunContext nobody = BudgetDesk.Run();
        Assert.True(desk.Spend(nobody).Allowed);
        Assert.True(desk.Spend(nobody).Blocked);
        Assert.True(desk.Spend(BudgetDesk.Run()).Allowed);
        Assert.True(desk.Spend(RunFor(key, "")).Allowed);
        Assert.True(desk.Spend(RunFor(key, "")).Allowed);
    }

    [Fact]
    public void The_calls_of_a_child_run_count_in_every_run_around_it_that_the_policy_guards()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules { Limits = [new BudgetLimit { MaxCalls = 2 }] }));
        RunContext outer = BudgetDesk.Run("outer");
        Meter betweenNotGuarded = new(outer.Recorder, null);
        Meter inner = new(betweenNotGuarded, null);
        Meter sibling = new(outer.Recorder, null);
        desk.Ask(PolicyPoints.BeforeRun, outer);
        desk.Ask(PolicyPoints.BeforeRun, outer, inner);
        Assert.True(desk.Spend(outer, meter: inner).Allowed);
        Assert.True(desk.Spend(outer, meter: sibling).Allowed);
        PolicyResult answer = desk.Spend(outer, meter: inner); // the inner run has one left, the outer one none
        Assert.Equal("the budget of the run is used up: 2 of 2 calls used", answer.Reason);
        Assert.Equal(PolicyAction.Block, desk.Ask(PolicyPoints.BeforeRun, outer, new Meter(outer.Recorder, null)).Action);
        Assert.True(desk.Spend(outer, meter: betweenNotGuarded).Blocked);
        Assert.True(desk.Spend(BudgetDesk.Run()).Allowed);
    }

    [Fact]
    public void A_run_around_it_that_the_policy_does_not_guard_has_no_budget()
    {
        BudgetDesk desk = Desk(BudgetKey.Run);
        RunContext outer = BudgetDesk.Run("coordinator");
        for (int i = 0; i < 3; i++)
        {
            Meter worker = new(outer.Recorder, null);
            desk.Ask(PolicyPoints.BeforeRun, outer, worker);
            Assert.True(desk.Spend(outer, meter: worker).Allowed);
            Assert.True(desk.Spend(outer, meter: worker).Blocked);
        }
    }

    [Fact]
    public void The_reservation_of_a_child_run_takes_room_in_the_outer_run_and_gives_it_back()
    {
        BudgetDesk desk = Desk(BudgetKey.Run);
        RunContext outer = BudgetDesk.Run("outer");
        Meter inner = new(outer.Recorder, null);
        desk.Ask(PolicyPoints.BeforeRun, outer);
        (_, IPolicyHold? hold) = desk.Call(outer, inner);
        Assert.True(desk.Call(outer).Answer.Blocked);
        hold!.Release();
        Assert.True(desk.Call(outer).Answer.Allowed);
    }

    [Fact]
    public void A_budget_of_an_attribute_counts_for_the_guarded_call_only()
    {
        BudgetDesk desk = Desk(BudgetKey.Run);
        RunContext run = BudgetDesk.Run();
        Meter guarded = new(run.Recorder, null);
        desk.Ask(PolicyPoints.BeforeRun, run, isObserverWide: false);
        Assert.True(desk.Spend(run, meter: guarded, isObserverWide: false).Allowed);
        Assert.True(desk.Spend(run, meter: guarded, isObserverWide: false).Blocked);
        Assert.True(desk.Spend(run, meter: new Meter(run.Recorder, null), isObserverWide: false).Allowed);
    }

    [Fact]
    public void A_budget_per_agent_on_an_agents_method_counts_the_agents_that_it_calls()
    {
        BudgetDesk desk = Desk(BudgetKey.Agent);
        Guard guard = new(null, new ScopeDescriptor(ScopeKind.Run, "coordinator"));
        Assert.True(desk.Spend(BudgetDesk.Run("worker-1"), meter: new Meter(null, guard), isObserverWide: false).Allowed);
        Assert.True(desk.Spend(BudgetDesk.Run("worker-2"), meter: new Meter(null, guard), isObserverWide: false).Blocked);
    }

    private static BudgetDesk Desk(BudgetKey key) =>
        new(new BudgetPolicy(new BudgetRules { Limits = [new BudgetLimit { Key = key, MaxCalls = 1 }] }));

    private static RunContext RunFor(BudgetKey key, string id) => key switch
    {
        BudgetKey.Session => BudgetDesk.Run(session: id, user: "u", endUser: "e"),
        BudgetKey.User => BudgetDesk.Run(user: id, session: "s", endUser: "e"),
        BudgetKey.EndUser => BudgetDesk.Run(endUser: id, session: "s", user: "u"),
        _ => BudgetDesk.Run(id, "s", "u", "e"),
    };
}
