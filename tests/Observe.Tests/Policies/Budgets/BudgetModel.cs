namespace Observe.Tests.Policies.Budgets;

/// <summary>A budget as a list of all calls that were ever made, added up anew for each question.</summary>
internal sealed class BudgetModel(BudgetRules rules)
{
    public List<BudgetModelCall> Calls { get; } = [];

    public bool HasRoom(RunContext run, string model, DateTimeOffset now) => rules.Limits.All(limit =>
    {
        if (limit.Model is not null && limit.Model != model)
        {
            return true;
        }

        List<BudgetModelCall> settled = Counted(limit, run, now, settledOnly: true);
        List<BudgetModelCall> all = Counted(limit, run, now, settledOnly: false);
        return !(settled.Count >= limit.MaxCalls || all.Count + 1 > limit.MaxCalls)
            && !(settled.Sum(call => call.Tokens) >= limit.MaxTokens || all.Sum(call => call.Tokens) + rules.ReserveTokens > limit.MaxTokens)
            && !(settled.Sum(call => call.CostUsd) >= limit.MaxCostUsd || all.Sum(call => call.CostUsd) + rules.ReserveCostUsd > limit.MaxCostUsd);
    });

    public bool IsUsedUp(RunContext run, DateTimeOffset now) => rules.Limits.Any(limit =>
    {
        List<BudgetModelCall> settled = Counted(limit, run, now, settledOnly: true);
        return limit.Model is null
            && (settled.Count >= limit.MaxCalls
                || settled.Sum(call => call.Tokens) >= limit.MaxTokens
                || settled.Sum(call => call.CostUsd) >= limit.MaxCostUsd);
    });

    public BudgetModelCall Begin(RunContext run, string model, DateTimeOffset now)
    {
        BudgetModelCall call = new(run, model, now) { Tokens = rules.ReserveTokens!.Value, CostUsd = rules.ReserveCostUsd!.Value };
        Calls.Add(call);
        return call;
    }

    public void Settle(BudgetModelCall call, in LlmUsage used)
    {
        call.IsSettled = true;
        call.Tokens = used.Tokens.TotalTokens ?? call.Tokens;
        call.CostUsd = used.CostUsd ?? call.CostUsd;
    }

    private List<BudgetModelCall> Counted(BudgetLimit limit, RunContext run, DateTimeOffset now, bool settledOnly) =>
    [
        .. Calls.Where(call => (call.IsSettled || !settledOnly)
            && (limit.Model is null || limit.Model == call.Model)
            && Equals(KeyOf(limit.Key, call.Run), KeyOf(limit.Key, run))
            && WindowOf(limit.Window, call.Began) == WindowOf(limit.Window, now)),
    ];

    private static object KeyOf(BudgetKey key, RunContext run) => key switch
    {
        BudgetKey.Session => run.SessionId,
        BudgetKey.User => run.UserId,
        BudgetKey.EndUser => run.EndUserId,
        BudgetKey.Agent => run.Agent,
        BudgetKey.All => "",
        _ => (object)run,
    } ?? run;

    private static string WindowOf(BudgetWindow window, DateTimeOffset time) =>
        time.ToString(window switch { BudgetWindow.Day => "yyyyMMdd", BudgetWindow.Month => "yyyyMM", _ => "''" }, null);
}
