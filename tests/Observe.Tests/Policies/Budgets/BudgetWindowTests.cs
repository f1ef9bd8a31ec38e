namespace Observe.Tests.Policies.Budgets;

public class BudgetWindowTests
{
    private readonly RunContext _run = BudgetDesk.Run();

    [Theory]
    [InlineData(BudgetWindow.Day, "2026-03-04T23:59:59.9999999Z", "2026-03-05T00:00:00Z")]
    [InlineData(BudgetWindow.Day, "2028-02-28T23:59:59.9999999Z", "2028-02-29T00:00:00Z")]
    [InlineData(BudgetWindow.Day, "2028-02-29T23:59:59.9999999Z", "2028-03-01T00:00:00Z")]
    [InlineData(BudgetWindow.Day, "2026-12-31T23:59:59.9999999Z", "2027-01-01T00:00:00Z")]
    [InlineData(BudgetWindow.Day, "2026-03-29T03:59:59.9999999+04:00", "2026-03-29T00:00:00Z")] // a day of UTC, wherever the clock is
    [InlineData(BudgetWindow.Month, "2026-03-31T23:59:59.9999999Z", "2026-04-01T00:00:00Z")]
    [InlineData(BudgetWindow.Month, "2027-02-28T23:59:59.9999999Z", "2027-03-01T00:00:00Z")]
    [InlineData(BudgetWindow.Month, "2028-02-29T23:59:59.9999999Z", "2028-03-01T00:00:00Z")]
    [InlineData(BudgetWindow.Month, "2026-12-31T23:59:59.9999999Z", "2027-01-01T00:00:00Z")]
    public void The_budget_is_whole_again_when_the_window_turns(BudgetWindow window, string last, string first)
    {
        BudgetDesk desk = Desk(window);
        desk.MoveTo(Time(last).AddHours(-1));
        Assert.True(desk.Spend(_run).Allowed);
        desk.MoveTo(Time(last));
        Assert.True(desk.Spend(_run).Blocked);
        Assert.Equal(PolicyAction.Block, desk.Ask(PolicyPoints.BeforeRun, _run).Action);
        desk.MoveTo(Time(first));
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.BeforeRun, _run).Action);
        Assert.True(desk.Spend(_run).Allowed);
        Assert.True(desk.Spend(_run).Blocked);
    }

    [Fact]
    public void The_29th_of_February_is_no_end_of_the_month_before_it()
    {
        BudgetDesk desk = Desk(BudgetWindow.Month);
        desk.MoveTo(Time("2028-02-28T12:00:00Z"));
        desk.Spend(_run);
        desk.MoveTo(Time("2028-02-29T12:00:00Z"));
        Assert.True(desk.Spend(_run).Blocked);
    }

    [Theory]
    [InlineData(BudgetWindow.Month, "2028-02-29T18:00:00Z", 6)]
    [InlineData(BudgetWindow.Month, "2026-12-01T00:00:00Z", 31 * 24)]
    [InlineData(BudgetWindow.Day, "2026-12-31T23:00:00Z", 1)]
    public void Throttle_says_how_long_the_window_still_is(BudgetWindow window, string now, int hours)
    {
        BudgetDesk desk = Desk(window, PolicyAction.Throttle);
        desk.MoveTo(Time(now));
        desk.Spend(_run);
        Assert.Equal(TimeSpan.FromHours(hours), desk.Call(_run).Answer.RetryAfter);
    }

    [Fact]
    public void A_budget_without_window_is_never_whole_again()
    {
        BudgetDesk desk = Desk(BudgetWindow.None, PolicyAction.Throttle);
        desk.Spend(_run);
        desk.MoveTo(Time("2036-01-01T00:00:00Z"));
        PolicyResult answer = desk.Spend(_run);
        Assert.Equal(PolicyAction.Throttle, answer.Action);
        Assert.Null(answer.RetryAfter);
    }

    [Fact]
    public void A_call_counts_in_the_window_in_which_it_began()
    {
        BudgetDesk desk = Desk(BudgetWindow.Day);
        desk.MoveTo(Time("2026-03-04T23:59:00Z"));
        (_, IPolicyHold? hold) = desk.Call(_run);
        desk.MoveTo(Time("2026-03-05T00:01:00Z"));
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.Checkpoint, _run).Action);
        desk.Charge(_run, BudgetDesk.Used(10), hold);
        hold!.Release();
        Assert.True(desk.Spend(_run).Allowed);
        Assert.True(desk.Spend(_run).Blocked);
    }

    [Fact]
    public void A_clock_that_is_set_back_does_not_fill_the_budget()
    {
        BudgetDesk desk = Desk(BudgetWindow.Day);
        desk.MoveTo(Time("2026-03-05T00:00:30Z"));
        desk.Spend(_run);
        desk.MoveTo(Time("2026-03-04T23:59:30Z"));
        Assert.True(desk.Spend(_run).Blocked);
    }

    [Fact]
    public void A_run_over_midnight_counts_its_child_runs_on_both_days()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules { Limits = [new BudgetLimit { Window = BudgetWindow.Day, MaxCalls = 1 }] }));
        Observe.Policies.Meter inner = new(_run.Recorder, null);
        desk.Ask(PolicyPoints.BeforeRun, _run);
        Assert.True(desk.Spend(_run, meter: inner).Allowed);
        Assert.True(desk.Spend(_run).Blocked);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(desk.Spend(_run, meter: inner).Allowed);
        Assert.True(desk.Spend(_run).Blocked);
    }

    [Fact]
    public void Days_and_months_are_kept_side_by_side()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits =
            [
                new BudgetLimit { Key = BudgetKey.User, Window = BudgetWindow.Day, MaxCalls = 2 },
                new BudgetLimit { Key = BudgetKey.User, Window = BudgetWindow.Month, MaxCalls = 5 },
            ],
        }));
        RunContext run = BudgetDesk.Run(user: "u");
        desk.MoveTo(Time("2026-04-28T12:00:00Z"));
        int[] admitted = new int[4];
        for (int day = 0; day < 4; day++) // the 28th, the 29th, the 30th, the 1st of May
        {
            for (int call = 0; call < 4; call++)
            {
                admitted[day] += desk.Spend(run).Blocked ? 0 : 1;
            }

            desk.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([2, 2, 1, 2], admitted);
    }

    private static BudgetDesk Desk(BudgetWindow window, PolicyAction onExceed = PolicyAction.Block) => new(new BudgetPolicy(new BudgetRules
    {
        Limits = [new BudgetLimit { Key = BudgetKey.All, Window = window, MaxCalls = 1 }],
        OnExceed = onExceed,
    }));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
