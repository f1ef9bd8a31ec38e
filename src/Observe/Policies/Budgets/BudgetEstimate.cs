namespace Observe.Policies.Budgets;

/// <summary>How much to reserve for the next call: what the rules say, or what recent calls used.</summary>
internal sealed class BudgetEstimate(long? tokens, decimal? costUsd)
{
    private const long FirstTokens = 1_000;
    private const decimal FirstCostUsd = 0.01m;

    private RecentMaximum _tokens;
    private RecentMaximum _costUsd;

    /// <summary>The estimate, at most the whole limit: what once used more than that must not shut the budget for ever.</summary>
    public BudgetAmount Within(in BudgetBounds bounds, in BudgetCall call)
    {
        long neededTokens = tokens ?? (long)(_tokens.Value ?? FirstTokens);
        decimal neededCost = costUsd ?? _costUsd.Value ?? (bounds.CostUsd is null ? 0 : CostOfFirst(call));
        return new BudgetAmount(
            1,
            bounds.Tokens < neededTokens ? bounds.Tokens.Value : neededTokens,
            bounds.CostUsd < neededCost ? bounds.CostUsd.Value : neededCost);
    }

    public void Learn(in LlmUsage used)
    {
        if (BudgetAmount.HasTokens(used))
        {
            _tokens.Add(BudgetAmount.Of(used, default).Tokens);
        }

        if (used.CostUsd is { } cost)
        {
            _costUsd.Add(BudgetAmount.Bounded(cost));
        }
    }

    /// <summary>Dollars to reserve before any cost is known: as if every token were one of the output, which is the dearer kind.</summary>
    private static decimal CostOfFirst(in BudgetCall call)
    {
        if (string.IsNullOrEmpty(call.Model) || call.Run.Recorder is not { Observer.Options: var options })
        {
            return FirstCostUsd;
        }

        CostEstimate? price = (options.Models ?? ModelCatalogue.Default).Estimate(
            call.Model, new TokenUsage(0, FirstTokens), options.TimeProvider.GetUtcNow());
        return price?.Usd is { } known ? BudgetAmount.Bounded(known) : FirstCostUsd;
    }
}
