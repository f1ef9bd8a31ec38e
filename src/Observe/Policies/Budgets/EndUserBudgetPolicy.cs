using Observe.Policies.Budgets;

namespace Observe;

/// <summary>
/// Keeps what calls of language models cost for each end user within <see cref="EndUser.MonthlyBudgetCents"/>, over the calendar
/// month in UTC. It reserves and settles as <see cref="BudgetPolicy"/> does; costs are counted exactly, not rounded to cents.
/// </summary>
/// <remarks>
/// A run without an end user, and an end user whom <see cref="PolicyOptions.EndUsers"/> does not know or who has no budget, is allowed.
/// Calls are counted all the same, so that a budget that is set within a month holds for all of it. Everything is in memory and ends
/// with the process; at least the last 100,000 end users who made calls are remembered.
/// </remarks>
public sealed class EndUserBudgetPolicy : IMeteringPolicy
{
    private const decimal CentsPerUsd = 100;

    private static readonly BudgetLimit[] s_limits = [new() { Key = BudgetKey.EndUser, Window = BudgetWindow.Month }];

    private readonly EndUserBudgetRules _rules;
    private readonly BudgetLedger _ledger;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">What happens when a budget is used up.</param>
    /// <param name="name">Name in records and messages. Default: <c>"end-user-budget"</c>.</param>
    /// <exception cref="ArgumentException">A rule makes no sense; the message says which and how to mend it.</exception>
    public EndUserBudgetPolicy(EndUserBudgetRules rules, string name = "end-user-budget")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        BudgetRulesCheck.ThrowIfWrong(rules.OnExceed, rules.WarningThresholdPercent, rules.ReserveCostUsd);
        Name = name;
        _rules = rules;
        _ledger = new BudgetLedger(s_limits, rules.WarningThresholdPercent, reserveTokens: null, rules.ReserveCostUsd);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "end-user-budget";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeLlmCall | PolicyPoints.Checkpoint;

    internal BudgetLedger Ledger => _ledger;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_rules.Enabled || context.EndUser is not { MonthlyBudgetCents: { } cents } || string.IsNullOrEmpty(context.Run.EndUserId))
        {
            return PolicyResult.Allow;
        }

        BudgetCall call = BudgetCall.Of(context, needsTime: true) with { MaxCostUsd = Math.Max(cents, 0) / CentsPerUsd };
        if (context.Point != PolicyPoints.BeforeLlmCall)
        {
            return BudgetAnswer.To(_ledger.Check(call), _rules.OnExceed, call.Now);
        }

        BudgetFinding room = _ledger.Reserve(call, force: _rules.OnExceed == PolicyAction.Warn, out BudgetReservation? reservation);
        if (reservation is not null)
        {
            context.Hold(reservation);
        }

        return BudgetAnswer.To(room, _rules.OnExceed, call.Now);
    }

    /// <inheritdoc/>
    public void Charge(in PolicyCharge charge)
    {
        if (string.IsNullOrEmpty(charge.Run.EndUserId))
        {
            return;
        }

        BudgetCall call = BudgetCall.Of(charge, needsTime: true);
        if (charge.Held is BudgetReservation reservation && ReferenceEquals(reservation.Ledger, _ledger))
        {
            _ledger.Settle(reservation, call, charge.Used);
        }
        else
        {
            _ledger.Charge(call, charge.Used);
        }
    }
}
