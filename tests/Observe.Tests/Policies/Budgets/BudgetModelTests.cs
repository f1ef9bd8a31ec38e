namespace Observe.Tests.Policies.Budgets;

public class BudgetModelTests
{
    private readonly RunContext _run = BudgetDesk.Run();

    [Theory]
    [InlineData("gpt-4o", "gpt-4o", true)]
    [InlineData("gpt-4o", "openai/gpt-4o", true)]
    [InlineData("gpt-4o", "gpt-4o-2024-08-06", true)]
    [InlineData("gpt-4o", "openai/gpt-4o-2024-08-06", true)]
    [InlineData("gpt-4o", "gpt-4o-mini", false)]
    [InlineData("gpt-4o", "gpt-4o-mini-2024-07-18", false)]
    [InlineData("gpt-4o*", "gpt-4o-mini", true)]
    [InlineData("claude-opus-4", "claude-opus-4-1", false)]
    [InlineData("claude-opus-4", "claude-opus-4-20250514", true)]
    [InlineData("claude-*", "claude-opus-4-1", true)]
    [InlineData("claude-*", "gpt-4o", false)]
    public void A_limit_for_a_model_counts_that_model_only(string pattern, string model, bool counts)
    {
        BudgetDesk desk = Desk(pattern);
        Assert.True(desk.Spend(_run, model: model).Allowed);
        Assert.Equal(counts, desk.Spend(_run, model: model).Blocked);
    }

    [Fact]
    public void A_model_that_is_used_up_does_not_stop_runs_and_other_models()
    {
        BudgetDesk desk = Desk("gpt-4o");
        desk.Spend(_run, model: "gpt-4o");
        Assert.Equal(PolicyAction.Allow, desk.Ask(PolicyPoints.BeforeRun, _run).Action);
        Assert.True(desk.Spend(_run, model: "gpt-4o-mini").Allowed);
        Assert.Equal("the budget for model \"gpt-4o\" is used up: 1 of 1 calls used", desk.Spend(_run, model: "gpt-4o").Reason);
    }

    [Fact]
    public void A_call_whose_model_is_known_only_afterwards_counts_afterwards()
    {
        BudgetDesk desk = Desk("gpt-4o");
        (PolicyResult answer, IPolicyHold? hold) = desk.Call(_run);
        Assert.True(answer.Allowed);
        desk.Charge(_run, BudgetDesk.Used(1, model: "gpt-4o-2024-08-06"), hold);
        hold?.Release();
        Assert.True(desk.Spend(_run, model: "gpt-4o").Blocked);
    }

    [Fact]
    public void The_model_that_answered_counts_and_not_the_one_that_was_asked()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits =
            [
                new BudgetLimit { Key = BudgetKey.All, MaxCalls = 100 },
                new BudgetLimit { Key = BudgetKey.All, MaxCalls = 1, Model = "gpt-4o" },
                new BudgetLimit { Key = BudgetKey.All, MaxCalls = 1, Model = "gpt-4.1" },
            ],
        }));
        (_, IPolicyHold? hold) = desk.Call(_run, model: "gpt-4o");
        desk.Charge(_run, BudgetDesk.Used(1, model: "gpt-4.1"), hold);
        hold!.Release();
        Assert.True(desk.Call(_run, model: "gpt-4.1").Answer.Blocked);
        Assert.True(desk.Call(_run, model: "gpt-4o").Answer.Allowed);
    }

    [Fact]
    public void A_call_whose_answer_names_no_model_counts_for_the_one_that_was_asked()
    {
        BudgetDesk desk = Desk("gpt-4o");
        (_, IPolicyHold? hold) = desk.Call(_run, model: "gpt-4o");
        desk.Charge(_run, BudgetDesk.Used(1, model: ""), hold);
        hold!.Release();
        Assert.True(desk.Call(_run, model: "gpt-4o").Answer.Blocked);
    }

    private static BudgetDesk Desk(string pattern) => new(new BudgetPolicy(new BudgetRules
    {
        Limits = [new BudgetLimit { Key = BudgetKey.All, MaxCalls = 1, Model = pattern }],
        WarningThresholdPercent = null,
    }));
}
