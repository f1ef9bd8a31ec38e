namespace Observe.Policies.Remote;

/// <summary>
/// The last answers. Two generations keep it bounded without a clock or list of use: when the young one is full it becomes the old one,
/// and what nobody has asked for in between is gone.
/// </summary>
internal sealed class DecisionCache(int generation)
{
    private readonly object _gate = new();
    private Dictionary<QuestionKey, RememberedDecision> _young = [];
    private Dictionary<QuestionKey, RememberedDecision> _old = [];

    public RememberedDecision? Find(QuestionKey key)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(key, out RememberedDecision found))
            {
                return found;
            }

            if (!_old.Remove(key, out found))
            {
                return null;
            }

            Put(key, found);
            return found;
        }
    }

    public void Set(QuestionKey key, RememberedDecision decision)
    {
        lock (_gate)
        {
            _old.Remove(key);
            Put(key, decision);
        }
    }

    public void Remove(QuestionKey key)
    {
        lock (_gate)
        {
            _young.Remove(key);
            _old.Remove(key);
        }
    }

    private void Put(QuestionKey key, RememberedDecision decision)
    {
        if (_young.Count == generation && !_young.ContainsKey(key))
        {
            _old = _young;
            _young = [];
        }

        _young[key] = decision;
    }
}
