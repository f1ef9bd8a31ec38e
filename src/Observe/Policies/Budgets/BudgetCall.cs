namespace Observe.Policies.Budgets;

/// <summary>A call of a language model, or a question about one, as a ledger sees it.</summary>
/// <param name="Run">The run that the call belongs to.</param>
/// <param name="Meter">Identity of what the policy guards.</param>
/// <param name="IsObserverWide">Whether the policy guards the runs around that too.</param>
/// <param name="Model">The model; null or empty when it is not known.</param>
/// <param name="Now">When; without meaning for a ledger without windows.</param>
internal readonly record struct BudgetCall(RunContext Run, Meter? Meter, bool IsObserverWide, string? Model, DateTimeOffset Now)
{
    /// <summary>Most US dollars, in place of what the limit says.</summary>
    public decimal? MaxCostUsd { get; init; }

    /// <summary>Identity of what the policy guards.</summary>
    public object Owner => Meter is null ? Run : Meter;

    /// <summary>
    /// The agent that the call counts for: where an attribute on an agent's method guards it, that agent, whoever makes the call in its name.
    /// </summary>
    public string Agent => !IsObserverWide && Meter?.Guard?.Owner is { Kind: ScopeKind.Run } guarded ? guarded.Name : Run.Agent;

    public static BudgetCall Of(PolicyContext context, bool needsTime) => new(
        context.Run, context.Meter, context.IsObserverWide, context.Model, needsTime ? context.TimeProvider.GetUtcNow() : default);

    public static BudgetCall Of(in PolicyCharge charge, bool needsTime) => new(
        charge.Run, charge.Meter, charge.IsObserverWide, charge.Used.Model, needsTime ? charge.TimeProvider.GetUtcNow() : default);
}
