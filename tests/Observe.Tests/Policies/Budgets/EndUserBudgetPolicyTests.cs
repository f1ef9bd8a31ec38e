namespace Observe.Tests.Policies.Budgets;

public class EndUserBudgetPolicyTests
{
    private readonly Dictionary<string, EndUser> _users = new()
    {
        ["ada"] = new EndUser("ada") { MonthlyBudgetCents = 100 },
        ["bob"] = new EndUser("bob"),
        ["cid"] = new EndUser("cid") { MonthlyBudgetCents = 0 },
    };

    [Fact]
    public void A_customer_spends_the_cents_of_the_month_and_no_more()
    {
        BudgetDesk desk = Desk(new EndUserBudgetRules { WarningThresholdPercent = null });
        RunContext run = BudgetDesk.Run(endUser: "ada");
        Assert.Equal(PolicyAction.Allow, desk.Spend(run, costUsd: 0.60m).Action);
        Assert.Equal(PolicyAction.Block, desk.Spend(run, costUsd: 0.60m).Action); // 0.40 left, 0.60 needed
        desk.Charge(run, BudgetDesk.Used(costUsd: 0.399m));
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.BeforeRun, run).Action);
        desk.Charge(run, BudgetDesk.Used(costUsd: 0.001m));
        foreach (PolicyPoints point in (PolicyPoints[])[PolicyPoints.BeforeRun, PolicyPoints.Checkpoint, PolicyPoints.BeforeLlmCall])
        {
            PolicyResult answer = desk.Ask(point, run);
            Assert.Equal(PolicyAction.Block, answer.Action);
            Assert.Equal("the budget of the end user for this month is used up: 1.00 of 1.00 USD used", answer.Reason);
        }

        desk.MoveTo(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(PolicyAction.Allow, desk.Spend(run, costUsd: 0.10m).Action);
    }

    [Fact]
    public void Fractions_of_cents_are_not_rounded()
    {
        BudgetDesk desk = Desk(new EndUserBudgetRules { ReserveCostUsd = 0 });
        RunContext run = BudgetDesk.Run(endUser: "ada");
        for (int i = 0; i < 200; i++)
        {
            Assert.True(desk.Spend(run, costUsd: 0.004999m).Allowed); // 200 × 0.004999 = 0.9998
        }

        Assert.StartsWith("the budget of the end user for this month is 99 % used", desk.Ask(PolicyPoints.Checkpoint, run).Reason, StringComparison.Ordinal);
        Assert.True(desk.Spend(run, costUsd: 0.0002m).Allowed);
        Assert.True(desk.Spend(run, costUsd: 0.0002m).Blocked);
    }

    [Fact]
    public void It_warns_from_80_percent_on()
    {
        BudgetDesk desk = Desk(new EndUserBudgetRules());
        RunContext run = BudgetDesk.Run(endUser: "ada");
        desk.Charge(run, BudgetDesk.Used(costUsd: 0.799999m));
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.Checkpoint, run).Action);
        desk.Charge(run, BudgetDesk.Used(costUsd: 0.000001m));
        PolicyResult answer = desk.Ask(PolicyPoints.Checkpoint, run);
        Assert.Equal(PolicyAction.Warn, answer.Action);
        Assert.Equal("the budget of the end user for this month is 80 % used: 0.80 of 1.00 USD", answer.Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bob")]
    [InlineData("nobody-knows-me")]
    public void Without_identity_or_budget_everything_is_allowed(string? endUser)
    {
        BudgetDesk desk = Desk(new EndUserBudgetRules());
        RunContext run = BudgetDesk.Run(endUser: endUser);
        Assert.Equal(PolicyAction.Allow, desk.Spend(run, costUsd: 1_000_000).Action);
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.BeforeRun, run).Action);
        Assert.Equal(PolicyAction.Allow, desk.Spend(run).Action);
    }

    [Fact]
    public void Without_a_directory_everything_is_allowed()
    {
        BudgetDesk desk = new(new EndUserBudgetPolicy(new EndUserBudgetRules()));
        Assert.Equal(PolicyAction.Allow, desk.Spend(BudgetDesk.Run(endUser: "cid")).Action);
    }

    [Fact]
    public void A_budget_of_no_cents_allows_nothing()
    {
        BudgetDesk desk = Desk(new EndUserBudgetRules());
        Assert.Equal(PolicyAction.Block, desk.Ask(PolicyPoints.BeforeRun, BudgetDesk.Run(endUser: "cid")).Action);
    }

    [Fact]
    public void A_budget_that_is_set_within_the_month_holds_for_all_of_it()
    {
        BudgetDesk desk = Desk(new EndUserBudgetRules());
        RunContext run = BudgetDesk.Run(endUser: "bob");
        desk.Spend(run, costUsd: 2);
        _users["bob"] = new EndUser("bob") { MonthlyBudgetCents = 150 };
        Assert.Equal(PolicyAction.Block, desk.Ask(PolicyPoints.BeforeRun, run).Action);
        _users["bob"] = new EndUser("bob") { MonthlyBudgetCents = 1_000 };
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.BeforeRun, run).Action);
    }

    [Fact]
    public void Calls_side_by_side_share_the_budget_over_all_sessions()
    {
        BudgetDesk desk = Desk(new EndUserBudgetRules { ReserveCostUsd = 0.3m });
        Assert.True(desk.Call(BudgetDesk.Run(session: "1", endUser: "ada")).Answer.Allowed);
        Assert.True(desk.Call(BudgetDesk.Run(session: "2", endUser: "ada")).Answer.Allowed);
        (PolicyResult third, IPolicyHold? hold) = desk.Call(BudgetDesk.Run(session: "3", endUser: "ada"));
        Assert.True(third.Allowed);
        Assert.True(desk.Call(BudgetDesk.Run(session: "4", endUser: "ada")).Answer.Blocked);
        hold!.Release();
        Assert.True(desk.Call(BudgetDesk.Run(session: "4", endUser: "ada")).Answer.Allowed);
    }

    [Theory]
    [InlineData(PolicyAction.Throttle)]
    [InlineData(PolicyAction.Warn)]
    [InlineData(PolicyAction.Block)]
    public void The_action_is_chosen_by_the_rules(PolicyAction action)
    {
        BudgetDesk desk = Desk(new EndUserBudgetRules { OnExceed = action });
        PolicyResult answer = desk.Spend(BudgetDesk.Run(endUser: "cid"));
        Assert.Equal(action, answer.Action);
        Assert.Equal(action == PolicyAction.Throttle, answer.RetryAfter is not null);
    }

    [Fact]
    public void Switched_off_it_allows_everything()
    {
        BudgetDesk desk = Desk(new EndUserBudgetRules { Enabled = false });
        Assert.Equal(PolicyAction.Allow, desk.Spend(BudgetDesk.Run(endUser: "cid")).Action);
    }

    [Fact]
    public void Rules_of_a_file_are_read()
    {
        Assert.Equal(new EndUserBudgetRules(), EndUserBudgetRules.Read(PolicyRules.Parse("{}")));
        Assert.Equal(
            new EndUserBudgetRules { Enabled = false, OnExceed = PolicyAction.Throttle, WarningThresholdPercent = null, ReserveCostUsd = 0.05m },
            EndUserBudgetRules.Read(PolicyRules.Parse(
                """{ "enabled": false, "action_on_exceed": "throttle", "warning_threshold_percent": null, "reserve_cost_usd": 0.05 }""")));
        Assert.Throws<PolicyFileException>(() => EndUserBudgetRules.Read(PolicyRules.Parse("""{ "action_on_exceed": "redact" }""")));
    }

    [Fact]
    public void Wrong_rules_are_named() =>
        Assert.Contains(
            "OnExceed is Redact",
            Assert.Throws<ArgumentException>(() => new EndUserBudgetPolicy(new EndUserBudgetRules { OnExceed = PolicyAction.Redact })).Message,
            StringComparison.Ordinal);

    private BudgetDesk Desk(EndUserBudgetRules rules) => new(new EndUserBudgetPolicy(rules)) { EndUsers = new Directory(_users) };

    private sealed class Directory(Dictionary<string, EndUser> users) : IEndUserDirectory
    {
        public EndUser? Find(string id) => users.GetValueOrDefault(id);
    }
}
