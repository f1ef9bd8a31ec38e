namespace Observe.Policies.Files;

/// <summary>A policy as it stands in a file, and the object that was made from it.</summary>
internal sealed record FilePolicy(PolicyDefinition Definition, LocatedJson NamePlace, IPolicy Policy)
{
    public IReadOnlyList<string> Agents { get; init; } = [];

    public bool IsEnabled { get; init; }

    public PolicyFailure OnFailure { get; init; }

    /// <summary>Whether the object would be made from the same: what else has changed it does not know of.</summary>
    public bool IsMadeFrom(PolicyDefinition other) =>
        Definition.Name == other.Name &&
        Definition.Category == other.Category &&
        Definition.Version == other.Version &&
        Definition.Rules.Source.Says(other.Rules.Source);

    public PolicyRegistration ToRegistration() => new(Policy, Agents, Definition.Priority, OnFailure);
}
