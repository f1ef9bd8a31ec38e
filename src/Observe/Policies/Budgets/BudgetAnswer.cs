namespace Observe.Policies.Budgets;

/// <summary>Makes the answer of a policy of what its ledger found.</summary>
internal static class BudgetAnswer
{
    public static PolicyResult To(in BudgetFinding finding, PolicyAction onExceed, DateTimeOffset now)
    {
        if (finding.State == BudgetState.Within)
        {
            return PolicyResult.Allow;
        }

        string reason = BudgetText.Of(finding);
        return !finding.IsExceeded || onExceed == PolicyAction.Warn ? PolicyResult.Warn(reason)
            : onExceed == PolicyAction.Throttle ? PolicyResult.Throttle(reason, finding.RetryAfter(now))
            : PolicyResult.Block(reason);
    }
}
