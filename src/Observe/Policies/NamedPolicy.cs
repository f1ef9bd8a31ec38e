namespace Observe.Policies;

/// <summary>Stands, on a method, for a policy that the observer knows by its name.</summary>
internal sealed class NamedPolicy(string name) : IPolicy
{
    public string Name => name;

    public string Category => "unknown";

    public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeScope | PolicyPoints.Checkpoint;

    /// <summary>The policy of this name; when there is none, this one, which blocks.</summary>
    public PolicyRegistration FindIn(PolicyRegistration[] registrations)
    {
        foreach (PolicyRegistration registration in registrations)
        {
            if (registration.Policy.Name == name)
            {
                return registration with { Agents = [] };
            }
        }

        return new PolicyRegistration(this, [], ((IPolicy)this).Priority, PolicyFailure.Closed);
    }

    public PolicyResult Evaluate(PolicyContext context) => PolicyResult.Block(
        $"the observer has no policy named \"{name}\": add one with options.Policies.AddNamed, options.Policies.Add or a policy file");
}
