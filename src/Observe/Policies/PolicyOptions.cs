using Observe.Policies;

namespace Observe;

/// <summary>Which policies an <see cref="Observer"/> asks, and how.</summary>
public sealed partial class PolicyOptions
{
    internal List<PolicyRegistration> Registrations { get; } = [];

    internal List<PolicySource> Sources { get; } = [];

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
        Registrations.Add(new PolicyRegistration(policy, agents ?? [], priority ?? policy.Priority, onFailure));
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
        Registrations.Add(new PolicyRegistration(policy, [], policy.Priority, onFailure) { IsNamedOnly = true });
        return this;
    }

    /// <summary>Whether there are policies, or may be some day: a file can get some.</summary>
    internal bool IsAny => Registrations.Count + Sources.Count > 0;

    /// <summary>Every policy in force, those of the code first.</summary>
    internal List<PolicyRegistration> All()
    {
        List<PolicyRegistration> all = [.. Registrations];
        foreach (PolicySource source in Sources)
        {
            all.AddRange(source.Current);
        }

        return all;
    }

    internal void Start(TimeProvider timeProvider, Action changed, Action<string> warn)
    {
        foreach (PolicySource source in Sources)
        {
            source.Start(timeProvider, changed, warn);
        }
    }

    internal void Stop()
    {
        foreach (PolicySource source in Sources)
        {
            source.Dispose();
        }
    }

    /// <summary>A name that two policies have; null when there is none.</summary>
    internal string? FindDuplicate()
    {
        HashSet<string> names = [];
        foreach (PolicyRegistration registration in All())
        {
            if (!names.Add(registration.Policy.Name))
            {
                return registration.Policy.Name;
            }
        }

        return null;
    }

    internal void Validate()
    {
        foreach (PolicyRegistration registration in All())
        {
            if (string.IsNullOrWhiteSpace(registration.Policy.Name))
            {
                throw new ArgumentException($"A policy of type {registration.Policy.GetType().Name} has no name: give it one.");
            }
        }

        if (FindDuplicate() is { } name)
        {
            throw new ArgumentException($"Two policies are named \"{name}\": give one of them another name.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RetryDelay, ObserverOptions.LongestTime);
    }
}
