namespace Observe.Policies;

/// <summary>Takes what a policy holds for the time of a run or scope.</summary>
internal abstract class PolicyHolds
{
    public abstract void Add(IPolicy policy, IPolicyHold hold);
}
