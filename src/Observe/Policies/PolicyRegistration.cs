namespace Observe.Policies;

/// <summary>A policy, and where and how it is asked.</summary>
internal sealed record PolicyRegistration(IPolicy Policy, IReadOnlyList<string> Agents, int Priority, PolicyFailure OnFailure)
{
    /// <summary>Whether it is asked only where a method names it.</summary>
    public bool IsNamedOnly { get; init; }
}
