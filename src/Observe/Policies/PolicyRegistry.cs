namespace Observe.Policies;

/// <summary>
/// The policies that were added to the options. It exists only when there is one, or a file that may get one: all that asks policies is
/// reached through it, and a native program that adds none carries none of that along.
/// </summary>
internal sealed class PolicyRegistry
{
    public List<PolicyRegistration> Registrations { get; } = [];

    public List<PolicySource> Sources { get; } = [];

    /// <summary>Every policy in force, those of the code first.</summary>
    public PolicySet ToSet() => PolicySet.Of(All());

    public void Start(TimeProvider timeProvider, Action changed, Action<string> warn)
    {
        foreach (PolicySource source in Sources)
        {
            source.Start(timeProvider, changed, warn);
        }
    }

    public void Stop()
    {
        foreach (PolicySource source in Sources)
        {
            source.Dispose();
        }
    }

    /// <summary>A name that two policies have; null when there is none.</summary>
    public string? FindDuplicate()
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

    public void Validate()
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
    }

    private List<PolicyRegistration> All()
    {
        List<PolicyRegistration> all = [.. Registrations];
        foreach (PolicySource source in Sources)
        {
            all.AddRange(source.Current);
        }

        return all;
    }
}
