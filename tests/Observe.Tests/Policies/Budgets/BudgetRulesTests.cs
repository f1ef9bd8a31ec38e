namespace Observe.Tests.Policies.Budgets;

public class BudgetRulesTests
{
    [Fact]
    public void The_documented_rules_of_a_file_are_read()
    {
        BudgetRules rules = BudgetRules.Read(PolicyRules.Parse(
            """
            {
              "daily_token_limit": 1000000,
              "daily_cost_limit": 50.5,
              "per_workflow_token_limit": 20000,
              "per_workflow_cost_limit": 0.75,
              "warning_threshold_percent": 90,
              "action_on_exceed": "throttle",
              "model_limits": { "gpt-4o": { "daily_cost_limit": 10 }, "o1*": { "daily_cost_limit": 0, "daily_token_limit": 5000 } },
              "reserve_tokens": 500,
              "reserve_cost_usd": 0.02
            }
            """));
        Assert.Equal(
            [
                new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Day, MaxTokens = 1_000_000, MaxCostUsd = 50.5m },
                new BudgetLimit { Key = BudgetKey.Run, MaxTokens = 20_000, MaxCostUsd = 0.75m },
                new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Day, MaxCostUsd = 10, Model = "gpt-4o" },
                new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Day, MaxCostUsd = 0, MaxTokens = 5_000, Model = "o1*" },
            ],
            Normal(rules.Limits));
        Assert.Equal(90, rules.WarningThresholdPercent);
        Assert.Equal(PolicyAction.Throttle, rules.OnExceed);
        Assert.Equal(500, rules.ReserveTokens);
        Assert.Equal(0.02m, rules.ReserveCostUsd);
    }

    [Fact]
    public void Limits_for_anybody_and_any_window_are_read()
    {
        BudgetRules rules = BudgetRules.Read(PolicyRules.Parse(
            """
            { "limits": [
                { "max_calls": 3 },
                { "per": "session", "max_tokens": 1 },
                { "per": "user", "window": "day", "max_cost_usd": 0.1 },
                { "per": "end_user", "window": "month", "max_cost_usd": 1, "model": "gpt-4o" },
                { "per": "agent", "window": "none", "max_calls": 4 },
                { "per": "all", "window": "month", "max_calls": 5, "max_tokens": 6, "max_cost_usd": 7 } ] }
            """));
        Assert.Equal(
            [
                new BudgetLimit { MaxCalls = 3 },
                new BudgetLimit { Key = BudgetKey.Session, MaxTokens = 1 },
                new BudgetLimit { Key = BudgetKey.User, Window = BudgetWindow.Day, MaxCostUsd = 0.1m },
                new BudgetLimit { Key = BudgetKey.EndUser, Window = BudgetWindow.Month, MaxCostUsd = 1, Model = "gpt-4o" },
                new BudgetLimit { Key = BudgetKey.Agent, MaxCalls = 4 },
                new BudgetLimit { Key = BudgetKey.All, Window = BudgetWindow.Month, MaxCalls = 5, MaxTokens = 6, MaxCostUsd = 7 },
            ],
            Normal(rules.Limits));
        Assert.Equal(80, rules.WarningThresholdPercent);
        Assert.Equal(PolicyAction.Block, rules.OnExceed);
        Assert.Null(rules.ReserveTokens);
        Assert.Null(rules.ReserveCostUsd);
    }

    [Theory]
    [InlineData("""{ }""", "needs at least one limit")]
    [InlineData("""{ "daily_cost_limit": null }""", "needs at least one limit")]
    [InlineData("""{ "daily_token_limit": -1 }""", "daily_token_limit")]
    [InlineData("""{ "daily_token_limit": 1.5 }""", "daily_token_limit")]
    [InlineData("""{ "daily_cost_limit": "5 USD" }""", "daily_cost_limit")]
    [InlineData("""{ "daily_cost_limit": 1, "warning_threshold_percent": 0 }""", "use null for no warnings")]
    [InlineData("""{ "daily_cost_limit": 1, "warning_threshold_percent": 101 }""", "warning_threshold_percent")]
    [InlineData("""{ "daily_cost_limit": 1, "action_on_exceed": "redact" }""", "action_on_exceed")]
    [InlineData("""{ "daily_cost_limit": 1, "reserve_cost_usd": 2 }""", "reserve_cost_usd")]
    [InlineData("""{ "daily_token_limit": 10, "reserve_tokens": 11 }""", "reserve_tokens")]
    [InlineData("""{ "limits": [ { "per": "run" } ] }""", "limits[0]")]
    [InlineData("""{ "limits": [ { "per": "team", "max_calls": 1 } ] }""", "limits[0].per")]
    [InlineData("""{ "limits": [ { "window": "week", "max_calls": 1 } ] }""", "limits[0].window")]
    [InlineData("""{ "limits": [ { "model": " ", "max_calls": 1 } ] }""", "limits[0].model")]
    [InlineData("""{ "model_limits": { "gpt-4o": { "daily_cost_limit": -1 } } }""", "model_limits")]
    [InlineData("""{ "model_limits": { " ": { "daily_cost_limit": 1 } } }""", "name of a model")]
    public void What_is_wrong_in_a_file_is_named(string json, string named) =>
        Assert.Contains(named, Assert.Throws<PolicyFileException>(() => BudgetRules.Read(PolicyRules.Parse(json))).Message, StringComparison.Ordinal);

    public static TheoryData<BudgetRules, string> Wrong => new()
    {
        { new BudgetRules(), "at least one limit" },
        { new BudgetRules { Limits = null! }, "at least one limit" },
        { new BudgetRules { Limits = [null!] }, "Limits[0]: is null" },
        { Of(new BudgetLimit()), "Limits[0]: names no maximum" },
        { Of(new BudgetLimit { MaxTokens = -1 }), "MaxTokens is -1" },
        { Of(new BudgetLimit { MaxCalls = -1 }), "MaxCalls is -1" },
        { Of(new BudgetLimit { MaxCostUsd = -0.5m }), "MaxCostUsd is -0.5" },
        { Of(new BudgetLimit { MaxCostUsd = decimal.MaxValue }), "MaxCostUsd is 79228162514264337593543950335" },
        { Of(new BudgetLimit { MaxCalls = 1, Key = (BudgetKey)9 }), "Key is 9" },
        { Of(new BudgetLimit { MaxCalls = 1, Window = (BudgetWindow)9 }), "Window is 9" },
        { Of(new BudgetLimit { MaxCalls = 1, Model = "" }), "Model is blank" },
        { Of(new BudgetLimit { MaxCalls = 1 }) with { OnExceed = PolicyAction.Skip }, "OnExceed is Skip" },
        { Of(new BudgetLimit { MaxCalls = 1 }) with { WarningThresholdPercent = 0 }, "WarningThresholdPercent is 0" },
        { Of(new BudgetLimit { MaxCalls = 1 }) with { WarningThresholdPercent = 100.1m }, "WarningThresholdPercent is 100.1" },
        { Of(new BudgetLimit { MaxCalls = 1 }) with { ReserveTokens = -1 }, "ReserveTokens is -1" },
        { Of(new BudgetLimit { MaxCalls = 1 }) with { ReserveCostUsd = -1 }, "ReserveCostUsd is -1" },
        { Of(new BudgetLimit { MaxTokens = 5 }) with { ReserveTokens = 6 }, "none would fit" },
        { Of(new BudgetLimit { MaxCostUsd = 5 }) with { ReserveCostUsd = 6 }, "none would fit" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_in_code_is_named(BudgetRules rules, string named) =>
        Assert.Contains(named, Assert.Throws<ArgumentException>(() => new BudgetPolicy(rules)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_policy_says_what_it_is()
    {
        BudgetPolicy policy = new(Of(new BudgetLimit { MaxCalls = 1 }), "team budget") { Version = "7" };
        Assert.Equal(("team budget", "budget", "7"), (policy.Name, policy.Category, policy.Version));
        Assert.Throws<ArgumentException>(() => new BudgetPolicy(Of(new BudgetLimit { MaxCalls = 1 }), " "));
        Assert.Throws<ArgumentNullException>(() => new BudgetPolicy(null!));
    }

    private static BudgetRules Of(BudgetLimit limit) => new() { Limits = [limit] };

    private static BudgetLimit[] Normal(IReadOnlyList<BudgetLimit> limits) => [.. limits];
}
