namespace Observe.Tests.Policies.Budgets;

public class BudgetAnswerTests
{
    private readonly RunContext _run = BudgetDesk.Run();

    [Fact]
    public void A_budget_that_is_used_up_stops_runs_checks_and_calls()
    {
        BudgetDesk desk = new(Calls(2));
        desk.Spend(_run);
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.BeforeRun, BudgetDesk.Run()).Action);
        desk.Spend(_run);
        foreach (PolicyPoints point in (PolicyPoints[])[PolicyPoints.BeforeRun, PolicyPoints.Checkpoint, PolicyPoints.BeforeLlmCall])
        {
            PolicyResult answer = desk.Ask(point, BudgetDesk.Run());
            Assert.Equal(PolicyAction.Block, answer.Action);
            Assert.Equal("the budget for this day is used up: 2 of 2 calls used", answer.Reason);
        }
    }

    [Fact]
    public void What_is_only_reserved_does_not_keep_a_run_from_beginning()
    {
        BudgetDesk desk = new(Calls(1));
        Assert.True(desk.Call(_run).Answer.Allowed);
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.BeforeRun, BudgetDesk.Run()).Action);
        Assert.Equal(PolicyAction.Block, desk.Call(_run).Answer.Action);
    }

    [Theory]
    [InlineData(79, PolicyAction.Allow)]
    [InlineData(80, PolicyAction.Warn)]
    [InlineData(99, PolicyAction.Warn)]
    [InlineData(100, PolicyAction.Block)]
    public void It_warns_from_80_percent_on_and_blocks_at_100(long used, PolicyAction expected)
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules { Limits = [new BudgetLimit { MaxTokens = 100 }], ReserveTokens = 1 }));
        desk.Charge(_run, BudgetDesk.Used(used));
        Assert.Equal(expected, desk.Ask(PolicyPoints.Checkpoint, _run).Action);
        Assert.Equal(expected, desk.Call(_run).Answer.Action);
    }

    [Theory]
    [InlineData(12.5, 0.0125, PolicyAction.Warn)]
    [InlineData(12.5, 0.012499999999, PolicyAction.Allow)]
    [InlineData(100.0, 0.099999999999, PolicyAction.Allow)]
    [InlineData(null, 0.099999999999, PolicyAction.Allow)]
    public void The_threshold_may_be_any_percentage_or_none(double? percent, double used, PolicyAction expected)
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits = [new BudgetLimit { MaxCostUsd = 0.1m }],
            WarningThresholdPercent = (decimal?)percent,
        }));
        desk.Charge(_run, BudgetDesk.Used(costUsd: (decimal)used));
        Assert.Equal(expected, desk.Ask(PolicyPoints.Checkpoint, _run).Action);
    }

    [Fact]
    public void The_warning_says_the_figures()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits = [new BudgetLimit { Key = BudgetKey.User, Window = BudgetWindow.Month, MaxCostUsd = 1_500 }],
        }));
        RunContext run = BudgetDesk.Run(user: "user-4711");
        desk.Charge(run, BudgetDesk.Used(costUsd: 1_234.5678m));
        Assert.Equal("the budget of the user for this month is 82 % used: 1,234.5678 of 1,500.00 USD", desk.Ask(PolicyPoints.Checkpoint, run).Reason);
    }

    [Fact]
    public void With_warn_calls_go_on_and_are_counted()
    {
        BudgetDesk desk = new(Calls(1, PolicyAction.Warn));
        for (int i = 0; i < 3; i++)
        {
            desk.Spend(_run);
        }

        PolicyResult answer = desk.Spend(_run);
        Assert.Equal(PolicyAction.Warn, answer.Action);
        Assert.Equal("the budget for this day is used up: 3 of 1 calls used", answer.Reason);
    }

    [Fact]
    public void Throttle_says_when_the_next_window_begins()
    {
        BudgetDesk desk = new(Calls(1, PolicyAction.Throttle));
        desk.MoveTo(new DateTimeOffset(2026, 3, 31, 22, 30, 0, TimeSpan.FromHours(-1))); // 23:30 UTC
        desk.Spend(_run);
        PolicyResult answer = desk.Call(_run).Answer;
        Assert.Equal(PolicyAction.Throttle, answer.Action);
        Assert.Equal(TimeSpan.FromMinutes(30), answer.RetryAfter);
    }

    [Fact]
    public void Throttle_does_not_say_when_to_come_back_while_calls_that_go_on_may_leave_room()
    {
        BudgetDesk desk = new(Calls(1, PolicyAction.Throttle));
        desk.Call(_run);
        PolicyResult answer = desk.Call(_run).Answer;
        Assert.Equal(PolicyAction.Throttle, answer.Action);
        Assert.Null(answer.RetryAfter);
    }

    [Fact]
    public void After_a_run_it_only_warns_that_the_runs_own_budget_was_overdrawn()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits = [new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Day, MaxTokens = 50 }, new BudgetLimit { MaxTokens = 100 }],
        }));
        desk.Charge(_run, BudgetDesk.Used(100));
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.AfterRun, _run).Action);
        desk.Charge(_run, BudgetDesk.Used(1));
        PolicyResult answer = desk.Ask(PolicyPoints.AfterRun, _run);
        Assert.Equal(PolicyAction.Warn, answer.Action);
        Assert.Equal("the budget of the run is overdrawn: 101 of 100 tokens used", answer.Reason);
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.AfterRun, BudgetDesk.Run()).Action);
    }

    [Fact]
    public void A_limit_of_zero_allows_nothing()
    {
        BudgetDesk desk = new(Calls(0));
        Assert.Equal("the budget for this day is used up: 0 of 0 calls used", desk.Ask(PolicyPoints.BeforeRun, _run).Reason);
        Assert.True(desk.Call(_run).Answer.Blocked);
    }

    [Fact]
    public void The_first_limit_in_the_way_is_named()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits =
            [
                new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Day, MaxCalls = 10 },
                new BudgetLimit { Key = BudgetKey.Agent, MaxTokens = 5 },
                new BudgetLimit { MaxTokens = 4 },
            ],
            OnExceed = PolicyAction.Warn,
        }));
        for (int i = 0; i < 9; i++)
        {
            desk.Charge(_run, BudgetDesk.Used(1));
        }

        Assert.Equal("the budget of the agent is used up: 9 of 5 tokens used", desk.Call(_run).Answer.Reason);
    }

    private static BudgetPolicy Calls(long most, PolicyAction onExceed = PolicyAction.Block) => new(new BudgetRules
    {
        Limits = [new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Day, MaxCalls = most }],
        OnExceed = onExceed,
    });
}
