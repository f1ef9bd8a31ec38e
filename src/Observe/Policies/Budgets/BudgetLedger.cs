namespace Observe.Policies.Budgets;

/// <summary>
/// The limits of one policy and what was taken from them. Everything is checked before anything is taken, under one short lock: a call
/// that finds no room in one limit never takes room from another, not even for a moment.
/// </summary>
internal sealed class BudgetLedger
{
    private const int MostFree = 256;

    private readonly object _gate = new();
    private readonly BudgetBook[] _books;
    private BudgetReservation? _free;
    private int _freeCount;

    public BudgetLedger(IReadOnlyList<BudgetLimit> limits, decimal? warningPercent, long? reserveTokens, decimal? reserveCostUsd)
    {
        _books = new BudgetBook[limits.Count];
        for (int i = 0; i < _books.Length; i++)
        {
            _books[i] = new BudgetBook(limits[i], new BudgetEstimate(reserveTokens, reserveCostUsd), warningPercent);
            HasWindows |= limits[i].Window != BudgetWindow.None;
            HasOwned |= limits[i].Key is not (BudgetKey.All or BudgetKey.Agent);
        }
    }

    /// <summary>Whether it matters to the ledger what time it is.</summary>
    public bool HasWindows { get; }

    /// <summary>Whether runs may have accounts of their own.</summary>
    public bool HasOwned { get; }

    /// <summary>Accounts that are kept by name.</summary>
    public int Accounts
    {
        get
        {
            lock (_gate)
            {
                int count = 0;
                foreach (BudgetBook book in _books)
                {
                    count += book.Accounts;
                }

                return count;
            }
        }
    }

    /// <summary>Opens the accounts of a run that begins, so that calls in the runs inside it count in them too.</summary>
    public void Begin(in BudgetCall call)
    {
        lock (_gate)
        {
            foreach (BudgetBook book in _books)
            {
                book.Turn(call.Now);
                book.Begin(call);
            }
        }
    }

    /// <summary>Whether anything is left. Takes nothing.</summary>
    public BudgetFinding Check(in BudgetCall call)
    {
        BudgetFinding found = default;
        lock (_gate)
        {
            foreach (BudgetBook book in _books)
            {
                book.Turn(call.Now);
                if (!found.IsExceeded && book.Counts(call.Model))
                {
                    book.Look(call, ref found);
                }
            }
        }

        return found;
    }

    /// <summary>Whether a run that has ended used more than it had.</summary>
    public BudgetFinding LookBack(in BudgetCall call)
    {
        BudgetFinding found = default;
        lock (_gate)
        {
            foreach (BudgetBook book in _books)
            {
                book.LookBack(call, ref found);
            }
        }

        return found;
    }

    /// <summary>Reserves for a call, in every limit that counts it or in none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="force">Reserve even where there is no room.</param>
    /// <param name="reservation">What was reserved; null when there is no room or no limit counts the call.</param>
    public BudgetFinding Reserve(in BudgetCall call, bool force, out BudgetReservation? reservation)
    {
        BudgetFinding found = default;
        reservation = null;
        lock (_gate)
        {
            foreach (BudgetBook book in _books)
            {
                book.Turn(call.Now);
                if (!found.IsExceeded && book.Counts(call.Model))
                {
                    book.LookForRoom(call, ref found);
                }
            }

            if (!found.IsExceeded || force)
            {
                foreach (BudgetBook book in _books)
                {
                    if (book.Counts(call.Model))
                    {
                        book.Take(call, reservation ??= Rent(call));
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Counts a call for which nothing is reserved.</summary>
    public void Charge(in BudgetCall call, in LlmUsage used)
    {
        lock (_gate)
        {
            foreach (BudgetBook book in _books)
            {
                book.Turn(call.Now);
                if (book.Counts(call.Model))
                {
                    book.Charge(call, used);
                }
            }
        }
    }

    /// <summary>Puts the real usage in place of what is reserved. Where the usage is unknown the reservation counts as used.</summary>
    public void Settle(BudgetReservation reservation, BudgetCall call, in LlmUsage used)
    {
        lock (_gate)
        {
            // The limits that count the call are those of the model that answered, which may be another than the one that was asked.
            string? model = string.IsNullOrEmpty(used.Model) ? reservation.Model : used.Model;
            call = call with { Model = model, Now = reservation.Began };
            foreach (BudgetBook book in _books)
            {
                if (!book.Counts(model))
                {
                    continue;
                }

                if (reservation.Contains(book))
                {
                    book.Learn(used);
                }
                else
                {
                    book.Charge(call, used);
                }
            }

            foreach (BudgetEntry entry in reservation.Entries)
            {
                entry.Account.Reserved -= entry.Amount;
                if (entry.Book.Counts(model))
                {
                    entry.Account.Used += BudgetAmount.Of(used, entry.Amount);
                }
            }

            reservation.Entries.Clear();
        }
    }

    /// <summary>Gives back what is still reserved.</summary>
    public void Release(BudgetReservation reservation)
    {
        lock (_gate)
        {
            foreach (BudgetEntry entry in reservation.Entries)
            {
                entry.Account.Reserved -= entry.Amount;
            }

            reservation.Entries.Clear();
            reservation.Model = null;
            if (_freeCount < MostFree)
            {
                _freeCount++;
                reservation.NextFree = _free;
                _free = reservation;
            }
        }
    }

    private BudgetReservation Rent(in BudgetCall call)
    {
        BudgetReservation? reservation = _free;
        if (reservation is null)
        {
            reservation = new BudgetReservation(this);
        }
        else
        {
            _free = reservation.NextFree;
            reservation.NextFree = null;
            _freeCount--;
        }

        reservation.Model = call.Model;
        reservation.Began = call.Now;
        return reservation;
    }
}
