using System.Runtime.CompilerServices;

namespace Observe.Policies;

/// <summary>
/// What policies hold for a run and its scopes. The first ones lie in the recorder itself, so that a slot of a rate limit or a
/// reservation costs no allocation. Guarded by the lock of the recorder.
/// </summary>
internal struct HoldList
{
    /// <summary>Stands for every scope in <see cref="Take"/>.</summary>
    public const int AnyScope = int.MinValue;

    private Few _few;
    private List<Entry>? _more;
    private int _count;

    public readonly bool IsEmpty => _count == 0;

    public void Add(int scopeId, IPolicy policy, IPolicyHold hold)
    {
        Entry entry = new(scopeId, policy, hold);
        _count++;
        for (int i = 0; i < Few.Count; i++)
        {
            if (_few[i].Hold is null)
            {
                _few[i] = entry;
                return;
            }
        }

        (_more ??= []).Add(entry);
    }

    /// <summary>What a policy holds for a scope; null when that is nothing.</summary>
    public readonly IPolicyHold? Find(int scopeId, IPolicy policy)
    {
        for (int i = 0; i < Few.Count; i++)
        {
            if (_few[i].IsOf(scopeId) && ReferenceEquals(_few[i].Policy, policy))
            {
                return _few[i].Hold;
            }
        }

        foreach (Entry entry in _more ?? [])
        {
            if (entry.IsOf(scopeId) && ReferenceEquals(entry.Policy, policy))
            {
                return entry.Hold;
            }
        }

        return null;
    }

    /// <summary>Takes out one of those that are held for a scope; null when there is none left.</summary>
    public IPolicyHold? Take(int scopeId)
    {
        for (int i = 0; i < Few.Count; i++)
        {
            if (_few[i].IsOf(scopeId))
            {
                IPolicyHold hold = _few[i].Hold!;
                _few[i] = default;
                _count--;
                return hold;
            }
        }

        for (int i = (_more?.Count ?? 0) - 1; i >= 0; i--)
        {
            if (_more![i].IsOf(scopeId))
            {
                IPolicyHold hold = _more[i].Hold!;
                _more.RemoveAt(i);
                _count--;
                return hold;
            }
        }

        return null;
    }

    [InlineArray(Count)]
    private struct Few
    {
        public const int Count = 2;

        private Entry _first;
    }

    private readonly record struct Entry(int ScopeId, IPolicy? Policy, IPolicyHold? Hold)
    {
        public bool IsOf(int scopeId) => Hold is not null && (ScopeId == scopeId || scopeId == AnyScope);
    }
}
