using System.Globalization;

namespace Observe.Policies.Budgets;

/// <summary>Says in words how a limit stands. No ids: who shares the limit is said by its kind.</summary>
internal static class BudgetText
{
    public static string Of(in BudgetFinding finding)
    {
        string most = Figure(finding.Most, finding.Unit);
        string used = Figure(finding.Used, finding.Unit);
        string name = NameOf(finding.Limit!);
        return finding.State switch
        {
            BudgetState.UsedUp => $"{name} is used up: {used} of {most} {UnitOf(finding.Unit)} used",
            BudgetState.Overdrawn => $"{name} is overdrawn: {used} of {most} {UnitOf(finding.Unit)} used",
            BudgetState.Near => $"{name} is {Share(finding)} % used: {used} of {most} {UnitOf(finding.Unit)}",
            _ => $"{name} has too little left: {used} of {most} {UnitOf(finding.Unit)} used"
                + $", {Figure(finding.Reserved, finding.Unit)} reserved for calls going on"
                + $", {Figure(finding.Needed, finding.Unit)} needed",
        };
    }

    private static string NameOf(BudgetLimit limit)
    {
        string key = limit.Key switch
        {
            BudgetKey.Run => " of the run",
            BudgetKey.Session => " of the session",
            BudgetKey.User => " of the user",
            BudgetKey.EndUser => " of the end user",
            BudgetKey.Agent => " of the agent",
            _ => "",
        };
        string window = limit.Window switch
        {
            BudgetWindow.Day => " for this day",
            BudgetWindow.Month => " for this month",
            _ => "",
        };
        string model = limit.Model is null ? "" : $" for model \"{limit.Model}\"";
        return $"the budget{key}{window}{model}";
    }

    private static string UnitOf(BudgetUnit unit) => unit switch
    {
        BudgetUnit.Calls => "calls",
        BudgetUnit.Tokens => "tokens",
        _ => "USD",
    };

    private static string Share(in BudgetFinding finding) =>
        finding.Most == 0 ? "100" : decimal.Floor(finding.Used / finding.Most * 100).ToString(CultureInfo.InvariantCulture);

    private static string Figure(decimal amount, BudgetUnit unit) =>
        amount.ToString(unit == BudgetUnit.CostUsd ? "#,0.00##########" : "#,0", CultureInfo.InvariantCulture);
}
