using Observe.Policies.Budgets;

namespace Observe;

public sealed partial record BudgetRules
{
    private const string DailyTokens = "daily_token_limit";
    private const string DailyCost = "daily_cost_limit";

    /// <summary>Reads the rules of a policy file.</summary>
    internal static BudgetRules Read(PolicyRules rules)
    {
        List<BudgetLimit> limits = [];
        Add(limits, new BudgetLimit
        {
            Key = BudgetKey.All,
            Window = BudgetWindow.Day,
            MaxTokens = rules.Long(DailyTokens, minimum: 0),
            MaxCostUsd = rules.Number(DailyCost, null, 0, BudgetRulesCheck.MostUsd),
        });
        Add(limits, new BudgetLimit
        {
            Key = BudgetKey.Run,
            MaxTokens = rules.Long("per_workflow_token_limit", minimum: 0),
            MaxCostUsd = rules.Number("per_workflow_cost_limit", null, 0, BudgetRulesCheck.MostUsd),
        });
        ReadModels(rules, limits);
        foreach (PolicyRules limit in rules.Objects("limits"))
        {
            limits.Add(ReadLimit(limit));
        }

        long? reserveTokens = rules.Long("reserve_tokens", minimum: 0);
        decimal? reserveCost = rules.Number("reserve_cost_usd", null, 0, BudgetRulesCheck.MostUsd);
        foreach (BudgetLimit limit in limits)
        {
            if (limit.MaxTokens > 0 && reserveTokens > limit.MaxTokens)
            {
                throw rules.Wrong("reserve_tokens", $"is more than a whole limit of {limit.MaxTokens} tokens: after the first call none would fit");
            }

            if (limit.MaxCostUsd > 0 && reserveCost > limit.MaxCostUsd)
            {
                throw rules.Wrong("reserve_cost_usd", FormattableString.Invariant(
                    $"is more than a whole limit of {limit.MaxCostUsd} USD: after the first call none would fit"));
            }
        }

        BudgetRules read = new()
        {
            Limits = limits,
            WarningThresholdPercent = ReadThreshold(rules),
            OnExceed = ReadAction(rules),
            ReserveTokens = reserveTokens,
            ReserveCostUsd = reserveCost,
        };
        return limits.Count > 0 ? read : throw rules.Wrong(
            "limits", "a budget needs at least one limit: daily_token_limit, daily_cost_limit, per_workflow_token_limit, per_workflow_cost_limit, model_limits or limits");
    }

    internal static PolicyAction ReadAction(PolicyRules rules) =>
        rules.Action("action_on_exceed", PolicyAction.Block, PolicyAction.Block, PolicyAction.Throttle, PolicyAction.Warn);

    internal static decimal? ReadThreshold(PolicyRules rules) =>
        rules.Number("warning_threshold_percent", 80, 0, 100) is not 0 and var percent
            ? percent
            : throw rules.Wrong("warning_threshold_percent", "0 must be above 0; use null for no warnings");

    private static void ReadModels(PolicyRules rules, List<BudgetLimit> limits)
    {
        if (rules.Object("model_limits") is not { } models)
        {
            return;
        }

        foreach (string model in models.Names)
        {
            if (string.IsNullOrWhiteSpace(model))
            {
                throw models.Wrong(model, "needs the name of a model");
            }

            if (models.Object(model) is { } of)
            {
                Add(limits, new BudgetLimit
                {
                    Key = BudgetKey.All,
                    Window = BudgetWindow.Day,
                    Model = model,
                    MaxTokens = of.Long(DailyTokens, minimum: 0),
                    MaxCostUsd = of.Number(DailyCost, null, 0, BudgetRulesCheck.MostUsd),
                });
            }
        }
    }

    private static BudgetLimit ReadLimit(PolicyRules rules)
    {
        BudgetLimit limit = new()
        {
            Key = rules.Word("per", "run", "run", "session", "user", "end_user", "agent", "all") switch
            {
                "session" => BudgetKey.Session,
                "user" => BudgetKey.User,
                "end_user" => BudgetKey.EndUser,
                "agent" => BudgetKey.Agent,
                "all" => BudgetKey.All,
                _ => BudgetKey.Run,
            },
            Window = rules.Word("window", "none", "none", "day", "month") switch
            {
                "day" => BudgetWindow.Day,
                "month" => BudgetWindow.Month,
                _ => BudgetWindow.None,
            },
            MaxTokens = rules.Long("max_tokens", minimum: 0),
            MaxCostUsd = rules.Number("max_cost_usd", null, 0, BudgetRulesCheck.MostUsd),
            MaxCalls = rules.Long("max_calls", minimum: 0),
            Model = rules.Text("model"),
        };
        if (limit.Model is not null && string.IsNullOrWhiteSpace(limit.Model))
        {
            throw rules.Wrong("model", "needs the name of a model; leave it out for every model");
        }

        return limit.HasMaximum ? limit : throw rules.Wrong("max_tokens", "a limit needs max_tokens, max_cost_usd or max_calls");
    }

    private static void Add(List<BudgetLimit> limits, BudgetLimit limit)
    {
        if (limit.HasMaximum)
        {
            limits.Add(limit);
        }
    }
}
