using Observe.CompilerServices;

namespace Observe.Tests.Policies.Budgets;

public class DeclaredBudgetTests
{
    private readonly RunContext _run = BudgetDesk.Run();

    [Fact]
    public void The_maxima_of_the_attribute_hold_and_0_is_no_limit()
    {
        IMeteringPolicy policy = Declare(maxCostUsd: 0.1);
        Assert.Equal(("Budget", "budget"), (policy.Name, policy.Category));
        BudgetDesk desk = new(policy);
        for (int i = 0; i < 9; i++)
        {
            Assert.True(desk.Spend(_run, tokens: 1_000_000, costUsd: 0.01m).Allowed);
        }

        Assert.Equal("the budget of the run is 90 % used: 0.09 of 0.10 USD", desk.Spend(_run, costUsd: 0.01m).Reason);
        Assert.Equal(PolicyAction.Block, desk.Spend(_run).Action);
    }

    [Fact]
    public void Who_shares_it_for_how_long_and_what_happens_is_what_the_attribute_says()
    {
        BudgetDesk desk = new((IMeteringPolicy)DeclaredPolicies.Budget(
            "Agents.Support.HandleAsync", 0, 0, 1, BudgetKey.User, BudgetWindow.Day, PolicyAction.Throttle));
        desk.Spend(BudgetDesk.Run(user: "u"));
        PolicyResult answer = desk.Spend(BudgetDesk.Run(user: "u"));
        Assert.Equal("the budget of the user for this day is used up: 1 of 1 calls used", answer.Reason);
        Assert.Equal(PolicyAction.Throttle, answer.Action);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(desk.Spend(BudgetDesk.Run(user: "u")).Allowed);
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(double.PositiveInfinity, 0, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(0, 0, -1)]
    [InlineData(0, 0, 0)]
    public void A_wrong_attribute_is_named_with_its_method(double maxCostUsd, long maxTokens, int maxCalls) =>
        Assert.StartsWith(
            "[Budget] on Agents.Support.HandleAsync: Limits[0]: ",
            Assert.Throws<ArgumentException>(() => Declare(maxCostUsd, maxTokens, maxCalls)).Message,
            StringComparison.Ordinal);

    private static IMeteringPolicy Declare(double maxCostUsd = 0, long maxTokens = 0, int maxCalls = 0) => (IMeteringPolicy)DeclaredPolicies.Budget(
        "Agents.Support.HandleAsync", maxCostUsd, maxTokens, maxCalls, BudgetKey.Run, BudgetWindow.None, PolicyAction.Block);
}
