namespace Observe;

/// <summary>A policy that keeps count of what calls of language models use, for example a budget.</summary>
public interface IMeteringPolicy : IPolicy
{
    /// <summary>
    /// Called once for each call of a language model that is recorded in a run which the policy guards, at the end of the call and
    /// before what the policy holds for it is released. It must not throw.
    /// </summary>
    /// <param name="charge">What was used, by whom.</param>
    void Charge(in PolicyCharge charge);
}
