namespace Observe.Tests.Policies.Budgets;

public class BudgetEstimateTests
{
    private readonly RunContext _run = BudgetDesk.Run();

    [Fact]
    public void Before_any_call_1_000_tokens_are_reserved()
    {
        BudgetDesk desk = new(Policy(new BudgetLimit { MaxTokens = 2_999 }));
        Assert.Equal(2, AdmittedSideBySide(desk, _run));
    }

    [Fact]
    public void Before_any_call_a_cent_is_reserved_where_the_price_is_unknown()
    {
        BudgetDesk desk = new(Policy(new BudgetLimit { MaxCostUsd = 0.059m }));
        Assert.Equal(5, AdmittedSideBySide(desk, _run));
        Assert.Equal(0, AdmittedSideBySide(desk, _run, "a-model-that-nobody-sells"));
    }

    [Fact]
    public void Before_any_call_the_price_of_1_000_tokens_of_output_is_reserved_where_it_is_known()
    {
        // gpt-4o: 10 USD per million tokens of output, so 0.01 USD; gpt-4o-mini: 0.60, so 0.0006 USD.
        Assert.Equal(4, AdmittedSideBySide(new BudgetDesk(Policy(new BudgetLimit { MaxCostUsd = 0.0024m })), _run, "gpt-4o-mini"));
        Assert.Equal(3, AdmittedSideBySide(new BudgetDesk(Policy(new BudgetLimit { MaxCostUsd = 0.03m })), _run, "gpt-4o"));
    }

    [Fact]
    public void Later_as_much_as_the_largest_call_used_is_reserved()
    {
        BudgetDesk desk = new(Policy(new BudgetLimit { Key = BudgetKey.Session, MaxTokens = 10_000, MaxCostUsd = 1 }));
        desk.Spend(BudgetDesk.Run(session: "a"), 700, 0.01m);
        desk.Spend(BudgetDesk.Run(session: "a"), 2_500, 0.125m);
        desk.Spend(BudgetDesk.Run(session: "a"), 100, 0.02m);
        Assert.Equal(4, AdmittedSideBySide(desk, BudgetDesk.Run(session: "b"))); // 10,000 / 2,500
        desk.Spend(BudgetDesk.Run(session: "a"), 10, 0.5m);
        Assert.Equal(2, AdmittedSideBySide(desk, BudgetDesk.Run(session: "c"))); // 1 / 0.5
    }

    [Fact]
    public void One_odd_call_is_forgotten_after_128_others()
    {
        BudgetDesk desk = new(Policy(new BudgetLimit { Key = BudgetKey.Session, MaxTokens = 10_000 }));
        RunContext first = BudgetDesk.Run(session: "a");
        desk.Charge(first, BudgetDesk.Used(5_000));
        Assert.Equal(2, AdmittedSideBySide(desk, BudgetDesk.Run(session: "b")));
        for (int i = 0; i < 128; i++)
        {
            desk.Charge(first, BudgetDesk.Used(1_000));
        }

        Assert.Equal(10, AdmittedSideBySide(desk, BudgetDesk.Run(session: "c")));
    }

    [Fact]
    public void A_budget_below_the_estimate_lets_one_call_begin()
    {
        BudgetDesk desk = new(Policy(new BudgetLimit { Key = BudgetKey.Session, MaxTokens = 50, MaxCostUsd = 0.001m }));
        Assert.Equal(1, AdmittedSideBySide(desk, BudgetDesk.Run(session: "a")));
        desk.Charge(BudgetDesk.Run(session: "b"), BudgetDesk.Used(1_000_000, 100)); // even when one call once used far more
        Assert.Equal(1, AdmittedSideBySide(desk, BudgetDesk.Run(session: "c")));
    }

    [Fact]
    public void What_the_rules_say_is_reserved_whatever_calls_used()
    {
        BudgetDesk desk = new(new BudgetPolicy(new BudgetRules
        {
            Limits = [new BudgetLimit { Key = BudgetKey.Session, MaxTokens = 10_000 }],
            ReserveTokens = 2_000,
        }));
        desk.Charge(BudgetDesk.Run(session: "a"), BudgetDesk.Used(9_000));
        Assert.Equal(5, AdmittedSideBySide(desk, BudgetDesk.Run(session: "b")));
    }

    private static BudgetPolicy Policy(BudgetLimit limit) => new(new BudgetRules { Limits = [limit] });

    private static int AdmittedSideBySide(BudgetDesk desk, RunContext run, string? model = null)
    {
        int admitted = 0;
        while (desk.Call(run, model: model).Answer.Allowed)
        {
            admitted++;
        }

        return admitted;
    }
}
