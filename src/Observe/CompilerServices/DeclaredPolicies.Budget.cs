namespace Observe.CompilerServices;

public static partial class DeclaredPolicies
{
    /// <summary>The policy of a <see cref="BudgetAttribute"/>; its longest time is no matter of policies.</summary>
    /// <param name="method">The method, for messages.</param>
    /// <param name="maxCostUsd"><see cref="BudgetAttribute.MaxCostUsd"/>.</param>
    /// <param name="maxTokens"><see cref="BudgetAttribute.MaxTokens"/>.</param>
    /// <param name="maxCalls"><see cref="BudgetAttribute.MaxCalls"/>.</param>
    /// <param name="per"><see cref="BudgetAttribute.Per"/>.</param>
    /// <param name="window"><see cref="BudgetAttribute.Window"/>.</param>
    /// <param name="onExceed"><see cref="BudgetAttribute.OnExceed"/>.</param>
    /// <exception cref="ArgumentException">A value of the attribute makes no sense; the message says which, on what method, and how to mend it.</exception>
    public static IPolicy Budget(
        string method, double maxCostUsd, long maxTokens, int maxCalls, BudgetKey per, BudgetWindow window, PolicyAction onExceed)
    {
        try
        {
            return new BudgetPolicy(
                new BudgetRules
                {
                    Limits =
                    [
                        new BudgetLimit
                        {
                            Key = per,
                            Window = window,
                            MaxCostUsd = maxCostUsd == 0 ? null : ToDecimal(maxCostUsd),
                            MaxTokens = maxTokens == 0 ? null : maxTokens,
                            MaxCalls = maxCalls == 0 ? null : maxCalls,
                        },
                    ],
                    OnExceed = onExceed,
                },
                "Budget");
        }
        catch (ArgumentException wrong)
        {
            throw new ArgumentException($"[Budget] on {method}: {wrong.Message}", wrong);
        }
    }

    // To 15 digits, so that 0.1 is 0.1; what is no such number is found to be wrong later.
    private static decimal ToDecimal(double usd) => usd is > -1e15 and < 1e15 ? (decimal)usd : decimal.MinValue;
}
