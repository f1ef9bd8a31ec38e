namespace Observe.Tests.Policies.Budgets;

public class BudgetSettlementTests
{
    private readonly RunContext _run = BudgetDesk.Run();

    [Fact]
    public void A_reservation_takes_room_until_it_is_settled()
    {
        BudgetDesk desk = new(Tokens(2_500, reserve: 1_000));
        (PolicyResult first, IPolicyHold? held) = desk.Call(_run);
        (PolicyResult second, _) = desk.Call(_run);
        (PolicyResult third, IPolicyHold? none) = desk.Call(_run);
        Assert.Equal(PolicyAction.Allow, first.Action);
        Assert.Equal(PolicyAction.Allow, second.Action);
        Assert.Equal(PolicyAction.Block, third.Action);
        Assert.Null(none);
        Assert.Equal(
            "the budget of the run has too little left: 0 of 2,500 tokens used, 2,000 reserved for calls going on, 1,000 needed", third.Reason);

        desk.Charge(_run, BudgetDesk.Used(500), held);
        held!.Release();
        Assert.Equal(PolicyAction.Allow, desk.Call(_run).Answer.Action);
    }

    [Fact]
    public void A_call_that_fails_before_any_usage_gives_everything_back()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits = [new BudgetLimit { MaxCalls = 1 }, new BudgetLimit { MaxTokens = 1_000 }, new BudgetLimit { MaxCostUsd = 0.01m }],
        }));
        for (int i = 0; i < 3; i++)
        {
            (PolicyResult answer, IPolicyHold? hold) = desk.Call(_run);
            Assert.Equal(PolicyAction.Allow, answer.Action);
            Assert.Equal(PolicyAction.Block, desk.Call(_run).Answer.Action);
            hold!.Release();
        }
    }

    [Fact]
    public void More_than_was_reserved_overdraws_the_budget_and_the_next_call_is_refused()
    {
        BudgetDesk desk = new(Tokens(1_000, reserve: 10));
        Assert.Equal(PolicyAction.Allow, desk.Spend(_run, tokens: 1_234).Action);
        PolicyResult next = desk.Spend(_run, tokens: 1);
        Assert.Equal(PolicyAction.Block, next.Action);
        Assert.Equal("the budget of the run is used up: 1,234 of 1,000 tokens used", next.Reason);
    }

    [Fact]
    public void Less_than_was_reserved_leaves_the_rest()
    {
        BudgetDesk desk = new(Tokens(1_000, reserve: 400));
        for (int i = 0; i < 7; i++)
        {
            Assert.Equal(PolicyAction.Allow, desk.Spend(_run, tokens: 100).Action); // 600 used before the last one
        }

        Assert.Equal(PolicyAction.Block, desk.Spend(_run, tokens: 100).Action);
    }

    [Fact]
    public void Where_the_usage_is_unknown_the_reservation_counts_as_used()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits = [new BudgetLimit { MaxTokens = 2_000, MaxCostUsd = 1 }],
            ReserveTokens = 1_000,
            ReserveCostUsd = 0.25m,
        }));
        desk.Spend(_run);
        desk.Spend(_run);
        Assert.Equal("the budget of the run is used up: 2,000 of 2,000 tokens used", desk.Spend(_run).Reason);
    }

    [Fact]
    public void Where_only_the_cost_is_unknown_the_tokens_are_settled_and_the_reserved_cost_counts()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits = [new BudgetLimit { MaxTokens = 10_000 }, new BudgetLimit { MaxCostUsd = 0.50m }],
            ReserveTokens = 1_000,
            ReserveCostUsd = 0.25m,
        }));
        desk.Spend(_run, tokens: 10);
        desk.Spend(_run, tokens: 10);
        Assert.Equal("the budget of the run is used up: 0.50 of 0.50 USD used", desk.Spend(_run).Reason);
    }

    [Theory]
    [InlineData(5_000, 5_000)] // more than was reserved is known already
    [InlineData(10, 1_000)]
    public void Where_only_the_input_is_known_the_larger_of_it_and_the_reservation_counts(long input, long counted)
    {
        BudgetPolicy policy = Tokens(10_000, reserve: 1_000);
        BudgetDesk desk = new(policy);
        (_, IPolicyHold? hold) = desk.Call(_run);
        desk.Charge(_run, new LlmUsage { Model = "", Provider = "", Tokens = new TokenUsage(input, null) }, hold);
        hold!.Release();
        desk.Charge(_run, BudgetDesk.Used(10_000 - counted)); // exactly the rest
        Assert.Equal("the budget of the run is used up: 10,000 of 10,000 tokens used", desk.Call(_run).Answer.Reason);
    }

    [Fact]
    public void A_call_recorded_by_hand_counts_and_the_next_one_is_refused()
    {
        BudgetDesk desk = new(Tokens(100, reserve: 10));
        desk.Charge(_run, BudgetDesk.Used(250));
        Assert.Equal("the budget of the run is used up: 250 of 100 tokens used", desk.Call(_run).Answer.Reason);
    }

    [Fact]
    public void A_second_charge_for_the_same_call_counts_too()
    {
        BudgetDesk desk = new(Tokens(1_000, reserve: 100));
        (_, IPolicyHold? hold) = desk.Call(_run);
        desk.Charge(_run, BudgetDesk.Used(400), hold);
        desk.Charge(_run, BudgetDesk.Used(600), hold);
        hold!.Release();
        Assert.Equal("the budget of the run is used up: 1,000 of 1,000 tokens used", desk.Call(_run).Answer.Reason);
    }

    [Fact]
    public void Reservations_are_taken_in_all_limits_or_in_none()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits =
            [
                new BudgetLimit { Key = BudgetKey.All, MaxCalls = 3 },
                new BudgetLimit { Key = BudgetKey.Session, MaxCalls = 1 },
            ],
        }));
        RunContext one = BudgetDesk.Run(session: "one");
        RunContext two = BudgetDesk.Run(session: "two");
        RunContext three = BudgetDesk.Run(session: "three");
        Assert.True(desk.Call(one).Answer.Allowed);
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(PolicyAction.Block, desk.Call(one).Answer.Action); // takes nothing from the limit for all
        }

        Assert.True(desk.Call(two).Answer.Allowed);
        Assert.True(desk.Call(three).Answer.Allowed);
        Assert.StartsWith("the budget has too little left: 0 of 3 calls used, 3 reserved", desk.Call(_run).Answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_add_up_exactly()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits = [new BudgetLimit { MaxCostUsd = 0.3m }],
            WarningThresholdPercent = null,
            ReserveCostUsd = 0,
        }));
        Assert.True(desk.Spend(_run, costUsd: 0.1m).Allowed);
        Assert.True(desk.Spend(_run, costUsd: 0.2m - 0.000000000001m).Allowed); // 0.1 + 0.2 is not 0.3 in floating point
        Assert.True(desk.Spend(_run, costUsd: 0.000000000001m).Allowed);
        Assert.Equal("the budget of the run is used up: 0.30 of 0.30 USD used", desk.Call(_run).Answer.Reason);
    }

    [Fact]
    public void A_million_small_costs_lose_nothing()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules { Limits = [new BudgetLimit { MaxCostUsd = 0.150001m }], ReserveCostUsd = 0 }));
        for (int i = 0; i < 1_000_000; i++)
        {
            desk.Charge(_run, BudgetDesk.Used(1, 0.00000015m));
        }

        Assert.Equal("the budget of the run is 99 % used: 0.15 of 0.150001 USD", desk.Call(_run).Answer.Reason);
    }

    [Fact]
    public void Absurd_figures_do_not_overflow()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules { Limits = [new BudgetLimit { MaxTokens = long.MaxValue, MaxCostUsd = 1e12m }] }));
        for (int i = 0; i < 1_000; i++)
        {
            desk.Charge(_run, new LlmUsage { Model = "", Provider = "", Tokens = new TokenUsage(long.MaxValue, long.MaxValue), CostUsd = decimal.MaxValue });
            desk.Charge(_run, new LlmUsage { Model = "", Provider = "", Tokens = new TokenUsage(-5, -5), CostUsd = decimal.MinValue });
        }

        Assert.Equal(
            "the budget of the run is used up: 1,000,000,000,000.00 of 1,000,000,000,000.00 USD used", desk.Call(_run).Answer.Reason);
    }

    private static BudgetPolicy Tokens(long most, long reserve) => new(new BudgetRules
    {
        Limits = [new BudgetLimit { MaxTokens = most }],
        WarningThresholdPercent = null,
        ReserveTokens = reserve,
    });
}
