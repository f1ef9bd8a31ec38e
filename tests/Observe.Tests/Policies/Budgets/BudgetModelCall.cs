namespace Observe.Tests.Policies.Budgets;

/// <summary>A call in a <see cref="BudgetModel"/>.</summary>
internal sealed class BudgetModelCall(RunContext run, string model, DateTimeOffset began)
{
    public RunContext Run { get; } = run;

    public string Model { get; } = model;

    public DateTimeOffset Began { get; } = began;

    public bool IsSettled { get; set; }

    public long Tokens { get; set; }

    public decimal CostUsd { get; set; }
}
