using Observe.Policies;

namespace Observe;

/// <summary>Which policies an <see cref="Observer"/> asks, and how.</summary>
public sealed partial class PolicyOptions
{
    internal List<PolicySource> Sources => (Registry ??= new PolicyRegistry()).Sources;

    /// <summary>Whether runs ask the policies for <see cref="PolicyPoints.Checkpoint"/> before each step, unless they say otherwise. Default: false.</summary>
    public bool MidExecutionGovernance { get; set; }

    /// <summary>Who is asked when a policy blocks. Default: nobody; a block is final.</summary>
    public IApprovalHandler? ApprovalHandler { get; set; }

    /// <summary>Where policies for end users find status, budget and limits of the customer. Default: nowhere; such policies then allow.</summary>
    public IEndUserDirectory? EndUsers { get; set; }

    /// <summary>How often a policy that answers <see cref="PolicyAction.Retry"/> is asked in all before that counts as throttled. One that asks for a pause of more than 30 seconds counts as throttled at once. Default: 3; at least 1.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>
    /// Pause before such a policy is asked again, when its answer says no other; it doubles with each further time, up to 30 seconds.
    /// Default: 200 ms; at most 1 day.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Adds a policy for every run of the observer.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="agents">Names of the agents that it is for; <c>*</c> stands for any characters. Default: every agent.</param>
    /// <param name="priority">Lower is asked first. Default: the policy's own.</param>
    /// <param name="onFailure">What its failure means. Default: <see cref="PolicyFailure.Closed"/>.</param>
    /// <returns>These options, for the next one.</returns>
    /// <remarks>Names are checked when the observer is made: a blank one, or one that two policies have, is an <see cref="ArgumentException"/> there.</remarks>
    public PolicyOptions Add(
        IPolicy policy, IReadOnlyList<string>? agents = null, int? priority = null, PolicyFailure onFailure = PolicyFailure.Closed)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Register(new PolicyRegistration(policy, agents ?? [], priority ?? policy.Priority, onFailure));
        return this;
    }

    /// <summary>
    /// Adds a policy that is asked only where a method names it: <c>[Policy("name")]</c>.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="onFailure">What its failure means. Default: <see cref="PolicyFailure.Closed"/>.</param>
    /// <returns>These options, for the next one.</returns>
    public PolicyOptions AddNamed(IPolicy policy, PolicyFailure onFailure = PolicyFailure.Closed)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Register(new PolicyRegistration(policy, [], policy.Priority, onFailure) { IsNamedOnly = true });
        return this;
    }

    private void Register(PolicyRegistration registration) => (Registry ??= new PolicyRegistry()).Registrations.Add(registration);

    /// <summary>What was added; null when nothing was.</summary>
    internal PolicyRegistry? Registry { get; private set; }

    internal void Validate()
    {
        Registry?.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1);
        ObserverOptions.Between(TimeSpan.Zero, RetryDelay, nameof(RetryDelay));
    }
}
