using Observe.Policies.Llm;

namespace Observe.Policies.Budgets;

/// <summary>One limit with its accounts. Guarded by the lock of its ledger.</summary>
internal sealed class BudgetBook
{
    private readonly BudgetAccounts _accounts = new();
    private readonly BudgetEstimate _estimate;
    private readonly BudgetBounds _bounds;
    private readonly decimal? _warningPercent;
    private readonly ModelPattern? _model;
    private int _window;

    public BudgetBook(BudgetLimit limit, BudgetEstimate estimate, decimal? warningPercent)
    {
        Limit = limit;
        _estimate = estimate;
        _bounds = new BudgetBounds(limit, warningPercent);
        _warningPercent = warningPercent;
        _model = limit.Model is null ? null : new ModelPattern(limit.Model);
    }

    public BudgetLimit Limit { get; }

    public int Accounts => _accounts.Count;

    /// <summary>Whether calls of the model count here; an unknown model counts only where all do.</summary>
    public bool Counts(string? model) => _model is null || (!string.IsNullOrEmpty(model) && _model.Matches(model));

    /// <summary>Begins a new window if it is time. A clock that is set back does not bring an old one back.</summary>
    public void Turn(DateTimeOffset now)
    {
        int window = BudgetWindowClock.NumberOf(Limit.Window, now);
        if (window > _window)
        {
            _window = window;
            _accounts.Clear();
        }
    }

    /// <summary>Opens the account of a run that begins, if runs have accounts of their own here.</summary>
    public void Begin(in BudgetCall call)
    {
        if (IdOf(call) is null)
        {
            _accounts.OpenOwned(call.Owner);
        }
    }

    /// <summary>Looks whether one of the accounts that the call counts in is used up, or nearly.</summary>
    public void Look(in BudgetCall call, ref BudgetFinding found) => Look(call, needed: null, ref found);

    /// <summary>Looks whether every account that the call counts in has room for it.</summary>
    public void LookForRoom(in BudgetCall call, ref BudgetFinding found) => Look(call, _estimate.Within(BoundsFor(call), call), ref found);

    /// <summary>Looks whether the guarded run has used more than the limit allows.</summary>
    public void LookBack(in BudgetCall call, ref BudgetFinding found)
    {
        if (Limit.Key == BudgetKey.Run && !found.IsExceeded && Find(call) is { } account && _bounds.Lacking(account.Used, default) is { } unit)
        {
            found = BudgetFinding.Of(BudgetState.Overdrawn, Limit, unit, _bounds, account, default);
        }
    }

    /// <summary>Reserves the estimate in every account that the call counts in.</summary>
    public void Take(in BudgetCall call, BudgetReservation reservation)
    {
        BudgetAmount amount = _estimate.Within(BoundsFor(call), call);
        Meter? around = null;
        for (BudgetAccount? account = Open(call); account is not null; account = FindAround(call, ref around))
        {
            account.Reserved += amount;
            reservation.Entries.Add(new BudgetEntry(this, account, amount));
        }
    }

    /// <summary>Counts a call for which nothing is reserved.</summary>
    public void Charge(in BudgetCall call, in LlmUsage used)
    {
        BudgetAmount amount = BudgetAmount.Of(used, _estimate.Within(BoundsFor(call), call));
        Meter? around = null;
        for (BudgetAccount? account = Open(call); account is not null; account = FindAround(call, ref around))
        {
            account.Used += amount;
        }

        _estimate.Learn(used);
    }

    /// <summary>Takes note of what a call used, for the next estimate.</summary>
    public void Learn(in LlmUsage used) => _estimate.Learn(used);

    private void Look(in BudgetCall call, BudgetAmount? needed, ref BudgetFinding found)
    {
        BudgetBounds bounds = BoundsFor(call);
        Meter? around = null;
        BudgetAccount? account = Find(call);
        do
        {
            Look(bounds, account, needed, ref found);
            account = FindAround(call, ref around);
        }
        while (account is not null && !found.IsExceeded);
    }

    private void Look(in BudgetBounds bounds, BudgetAccount? account, BudgetAmount? needed, ref BudgetFinding found)
    {
        BudgetAmount used = account?.Used ?? default;
        if (bounds.UsedUp(used) is { } nothing)
        {
            found = BudgetFinding.Of(BudgetState.UsedUp, Limit, nothing, bounds, account, needed ?? default);
        }
        else if (needed is { } need && bounds.Lacking(used + (account?.Reserved ?? default), need) is { } little)
        {
            found = BudgetFinding.Of(BudgetState.TooLittleLeft, Limit, little, bounds, account, need);
        }
        else if (found.State == BudgetState.Within && bounds.Near(used) is { } near)
        {
            found = BudgetFinding.Of(BudgetState.Near, Limit, near, bounds, account, default);
        }
    }

    private BudgetBounds BoundsFor(in BudgetCall call) =>
        call.MaxCostUsd is { } cost ? new BudgetBounds(null, null, cost, _warningPercent) : _bounds;

    /// <summary>The first account that the call counts in, or null when nothing was taken from it yet.</summary>
    private BudgetAccount? Find(in BudgetCall call) =>
        IdOf(call) is { } id ? _accounts.Find(id) : _accounts.FindOwned(call.Owner);

    /// <summary>The first account that the call counts in.</summary>
    private BudgetAccount Open(in BudgetCall call) => IdOf(call) is { } id ? _accounts.Open(id) : _accounts.OpenOwned(call.Owner);

    /// <summary>
    /// The next account around it that the call counts in too: of a run that the policy guards as well. Such runs have an account
    /// from their beginning.
    /// </summary>
    private BudgetAccount? FindAround(in BudgetCall call, ref Meter? around)
    {
        if (!call.IsObserverWide || call.Meter is null || IdOf(call) is not null)
        {
            return null;
        }

        for (around = (around ?? call.Meter).Outer; around is not null; around = around.Outer)
        {
            if (_accounts.FindOwned(around) is { } account)
            {
                return account;
            }
        }

        return null;
    }

    /// <summary>Who shares the limit with the call; null when the guarded run has it for itself.</summary>
    private string? IdOf(in BudgetCall call)
    {
        string? id = Limit.Key switch
        {
            BudgetKey.Session => call.Run.SessionId,
            BudgetKey.User => call.Run.UserId,
            BudgetKey.EndUser => call.Run.EndUserId,
            BudgetKey.Agent => call.Agent,
            BudgetKey.All => "*",
            _ => null,
        };
        return string.IsNullOrEmpty(id) ? null : id;
    }
}
