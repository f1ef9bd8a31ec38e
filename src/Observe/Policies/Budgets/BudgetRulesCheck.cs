using System.Globalization;

namespace Observe.Policies.Budgets;

/// <summary>Tells what is wrong with rules of budgets.</summary>
internal static class BudgetRulesCheck
{
    public const decimal MostUsd = 1_000_000_000_000m;

    public static void ThrowIfWrong(BudgetRules rules)
    {
        if (rules.Limits is not { Count: > 0 })
        {
            throw Wrong("A budget needs at least one limit: add a BudgetLimit to Limits.");
        }

        ThrowIfWrong(rules.OnExceed, rules.WarningThresholdPercent, rules.ReserveCostUsd);
        if (rules.ReserveTokens < 0)
        {
            throw Wrong($"ReserveTokens is {rules.ReserveTokens}: it must be 0 or more, or null to learn it from the calls.");
        }

        for (int i = 0; i < rules.Limits.Count; i++)
        {
            if (Problem(rules.Limits[i], rules.ReserveTokens, rules.ReserveCostUsd) is { } problem)
            {
                throw Wrong(string.Create(CultureInfo.InvariantCulture, $"Limits[{i}]: {problem}"));
            }
        }
    }

    public static void ThrowIfWrong(PolicyAction onExceed, decimal? warningPercent, decimal? reserveCostUsd)
    {
        if (onExceed is not (PolicyAction.Block or PolicyAction.Throttle or PolicyAction.Warn))
        {
            throw Wrong($"OnExceed is {onExceed}: it must be Block, Throttle or Warn.");
        }

        if (warningPercent is <= 0 or > 100)
        {
            throw Wrong(string.Create(
                CultureInfo.InvariantCulture,
                $"WarningThresholdPercent is {warningPercent}: it must be above 0 and at most 100, or null for no warnings."));
        }

        if (reserveCostUsd is < 0 or > MostUsd)
        {
            throw Wrong(string.Create(
                CultureInfo.InvariantCulture,
                $"ReserveCostUsd is {reserveCostUsd}: it must be from 0 to {MostUsd}, or null to learn it from the calls."));
        }
    }

    /// <summary>What is wrong with a limit, or null.</summary>
    private static string? Problem(BudgetLimit? limit, long? reserveTokens, decimal? reserveCostUsd) => limit switch
    {
        null => "is null; remove it.",
        { HasMaximum: false } => "names no maximum: set MaxTokens, MaxCostUsd or MaxCalls.",
        { Key: < BudgetKey.Run or > BudgetKey.All } => $"Key is {limit.Key}, which is no BudgetKey.",
        { Window: < BudgetWindow.None or > BudgetWindow.Month } => $"Window is {limit.Window}, which is no BudgetWindow.",
        { MaxTokens: < 0 } => $"MaxTokens is {limit.MaxTokens}: it must be 0 or more.",
        { MaxCalls: < 0 } => $"MaxCalls is {limit.MaxCalls}: it must be 0 or more.",
        { MaxCostUsd: < 0 or > MostUsd } => string.Create(
            CultureInfo.InvariantCulture, $"MaxCostUsd is {limit.MaxCostUsd}: it must be from 0 to {MostUsd}."),
        { Model: { } model } when string.IsNullOrWhiteSpace(model) => "Model is blank: name a model, or leave it null for every model.",
        { MaxTokens: > 0 } when reserveTokens > limit.MaxTokens =>
            $"ReserveTokens is {reserveTokens}, more than the whole limit of {limit.MaxTokens} tokens: after the first call none would fit.",
        { MaxCostUsd: > 0 } when reserveCostUsd > limit.MaxCostUsd => string.Create(
            CultureInfo.InvariantCulture,
            $"ReserveCostUsd is {reserveCostUsd}, more than the whole limit of {limit.MaxCostUsd} USD: after the first call none would fit."),
        _ => null,
    };

    private static ArgumentException Wrong(string message) => new(message);
}
