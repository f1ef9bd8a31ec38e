namespace Observe;

/// <summary>Something that a policy took for the time of a run or scope: a slot, a reservation.</summary>
public interface IPolicyHold
{
    /// <summary>
    /// Gives it back. Called exactly once, when the run or scope has ended, in whatever way: returned, failed, cancelled, blocked by
    /// another policy. It must not throw.
    /// </summary>
    void Release();
}
