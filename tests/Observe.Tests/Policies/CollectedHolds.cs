using Observe.Policies;

namespace Observe.Tests.Policies;

/// <summary>What policies hold, for a test to release.</summary>
internal sealed class CollectedHolds : PolicyHolds
{
    private readonly List<IPolicyHold> _holds = [];

    public int Count => _holds.Count;

    public override void Add(IPolicy policy, IPolicyHold hold)
    {
        lock (_holds)
        {
            _holds.Add(hold);
        }
    }

    public void ReleaseOne()
    {
        IPolicyHold hold = _holds[^1];
        _holds.RemoveAt(_holds.Count - 1);
        hold.Release();
    }
}
