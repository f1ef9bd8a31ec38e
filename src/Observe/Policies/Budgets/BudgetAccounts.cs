using System.Runtime.CompilerServices;

namespace Observe.Policies.Budgets;

/// <summary>
/// The accounts of one limit in the current window. Those of runs go with the runs; of the others the
/// <see cref="MostKept"/> used last are kept, and up to as many before them.
/// </summary>
internal sealed class BudgetAccounts(int mostKept = BudgetAccounts.MostKept)
{
    public const int MostKept = 100_000;

    private ConditionalWeakTable<object, BudgetAccount> _owned = [];
    private Dictionary<string, BudgetAccount> _recent = [];
    private Dictionary<string, BudgetAccount> _older = [];

    public int Count => _recent.Count + _older.Count;

    public BudgetAccount? Find(string id) =>
        _recent.TryGetValue(id, out BudgetAccount? account) || _older.TryGetValue(id, out account) ? account : null;

    public BudgetAccount? FindOwned(object owner) => _owned.TryGetValue(owner, out BudgetAccount? account) ? account : null;

    public BudgetAccount Open(string id)
    {
        if (_recent.TryGetValue(id, out BudgetAccount? account))
        {
            return account;
        }

        if (!_older.Remove(id, out account))
        {
            account = new BudgetAccount();
        }

        if (_recent.Count >= mostKept)
        {
            ForgetOlder();
        }

        _recent.Add(id, account);
        return account;
    }

    public BudgetAccount OpenOwned(object owner)
    {
        if (!_owned.TryGetValue(owner, out BudgetAccount? account))
        {
            account = new BudgetAccount();
            _owned.Add(owner, account);
        }

        return account;
    }

    /// <summary>A new window has begun: nothing is taken yet. Runs that go on have an account in it too.</summary>
    public void Clear()
    {
        _recent.Clear();
        _older.Clear();
        ConditionalWeakTable<object, BudgetAccount> owned = [];
        foreach (KeyValuePair<object, BudgetAccount> entry in _owned)
        {
            owned.Add(entry.Key, new BudgetAccount());
        }

        _owned = owned;
    }

    private void ForgetOlder()
    {
        Dictionary<string, BudgetAccount> recent = [];
        foreach (KeyValuePair<string, BudgetAccount> entry in _older)
        {
            if (entry.Value.Reserved.Calls > 0)
            {
                recent.Add(entry.Key, entry.Value);
            }
        }

        _older = _recent;
        _recent = recent;
    }
}
