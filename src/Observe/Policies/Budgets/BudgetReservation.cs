namespace Observe.Policies.Budgets;

/// <summary>What is reserved for one call. Goes back to its ledger when the call has ended, and from there to another call.</summary>
internal sealed class BudgetReservation(BudgetLedger ledger) : IPolicyHold
{
    public BudgetLedger Ledger { get; } = ledger;

    public List<BudgetEntry> Entries { get; } = [];

    /// <summary>The model that was asked for; null or empty when it was not known.</summary>
    public string? Model { get; set; }

    /// <summary>When the call began.</summary>
    public DateTimeOffset Began { get; set; }

    /// <summary>The next one that waits for a call.</summary>
    public BudgetReservation? NextFree { get; set; }

    public void Release() => Ledger.Release(this);

    public bool Contains(BudgetBook book)
    {
        foreach (BudgetEntry entry in Entries)
        {
            if (ReferenceEquals(entry.Book, book))
            {
                return true;
            }
        }

        return false;
    }
}
