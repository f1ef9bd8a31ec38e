namespace Observe.Policies.Delegations;

/// <summary>The delegates of one run that go on. It is its own hold: a slot has nothing to remember but that it is taken.</summary>
internal sealed class DelegateSlots : IPolicyHold
{
    private int _running;

    /// <summary>Takes a slot.</summary>
    /// <returns>False when all are taken.</returns>
    public bool TryTake(int most)
    {
        int running = Volatile.Read(ref _running);
        while (running < most)
        {
            int seen = Interlocked.CompareExchange(ref _running, running + 1, running);
            if (seen == running)
            {
                return true;
            }

            running = seen;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Release() => Interlocked.Decrement(ref _running);
}
