using Observe.Policies.Budgets;

namespace Observe;

/// <summary>
/// Limits what calls of language models may use: an estimate is reserved before each call, the real usage is settled after it. Checks
/// and reservations are one step, so calls side by side never get more than there is.
/// </summary>
/// <remarks>
/// <para>
/// Asked before a run and at checkpoints: is anything left at all? What is only reserved does not count there, it may come back.
/// Before a call: is there room for the estimate, beside all that is used and reserved? Asked after a run: was its own limit
/// overdrawn? That only warns.
/// </para>
/// <para>
/// After a call the real usage takes the place of the reservation. It may be more: then the limit is overdrawn by it and the next call
/// is refused. Where tokens or cost are unknown, the reservation counts as used, because the call was made. A call that fails before
/// any usage is known gives its reservation back. A call that was recorded by hand counts in the same way, without a reservation:
/// it cannot be refused any more, the next one is.
/// </para>
/// <para>
/// Limits per run count what child runs use as well, in the account of every run around them that the policy guards. On a method
/// (<see cref="BudgetAttribute"/>) they count what one call of that method uses. Reservations of one policy are taken in all its limits
/// or in none; a later policy that refuses the call gives them back.
/// </para>
/// <para>
/// Everything is in memory and ends with the process. Accounts of a day or month are dropped with it, those of runs with the runs. Of
/// sessions, users and end users at least the last 100,000 that made calls are remembered for each limit; one that is forgotten starts anew.
/// </para>
/// </remarks>
public sealed class BudgetPolicy : IMeteringPolicy
{
    private readonly BudgetRules _rules;
    private readonly BudgetLedger _ledger;

    /// <summary>Makes a budget from rules.</summary>
    /// <param name="rules">The limits.</param>
    /// <param name="name">Name in records and messages. Default: <c>"budget"</c>.</param>
    /// <exception cref="ArgumentException">A rule makes no sense; the message says which and how to mend it.</exception>
    public BudgetPolicy(BudgetRules rules, string name = "budget")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        BudgetRulesCheck.ThrowIfWrong(rules);
        Name = name;
        _rules = rules;
        _ledger = new BudgetLedger(rules.Limits, rules.WarningThresholdPercent, rules.ReserveTokens, rules.ReserveCostUsd);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "budget";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points =>
        PolicyPoints.BeforeRun | PolicyPoints.BeforeLlmCall | PolicyPoints.Checkpoint | PolicyPoints.AfterRun;

    internal BudgetLedger Ledger => _ledger;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        BudgetCall call = BudgetCall.Of(context, _ledger.HasWindows);
        switch (context.Point)
        {
            case PolicyPoints.BeforeLlmCall:
                BudgetFinding room = _ledger.Reserve(call, force: _rules.OnExceed == PolicyAction.Warn, out BudgetReservation? reservation);
                if (reservation is not null)
                {
                    context.Hold(reservation);
                }

                return BudgetAnswer.To(room, _rules.OnExceed, call.Now);
            case PolicyPoints.AfterRun:
                return context.IsGuardedCall ? BudgetAnswer.To(_ledger.LookBack(call), PolicyAction.Warn, call.Now) : PolicyResult.Allow;
            default:
                if (context.Point == PolicyPoints.BeforeRun && context.IsObserverWide && _ledger.HasOwned)
                {
                    _ledger.Begin(call);
                }

                return BudgetAnswer.To(_ledger.Check(call), _rules.OnExceed, call.Now);
        }
    }

    /// <inheritdoc/>
    public void Charge(in PolicyCharge charge)
    {
        BudgetCall call = BudgetCall.Of(charge, _ledger.HasWindows);
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
