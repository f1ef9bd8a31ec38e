namespace Observe;

/// <summary>
/// What a policy file says about a policy, for those who make categories of their own: <see cref="PolicyOptions.AddCategory"/>.
/// </summary>
public sealed class PolicyDefinition
{
    internal PolicyDefinition()
    {
    }

    /// <summary>Name of the policy; no two of a file share one.</summary>
    public required string Name { get; init; }

    /// <summary>The category, with hyphens in place of underscores.</summary>
    public required string Category { get; init; }

    /// <summary>Version of the rules, for <see cref="IPolicy.Version"/>; empty when the file does not say.</summary>
    public string Version { get; init; } = "";

    /// <summary>What the policy is for; empty when the file does not say. When only this changes, the policy is not made anew.</summary>
    public string Description { get; init; } = "";

    /// <summary>The rules; empty when the file has none. Every member must be asked for: the rest is reported as unknown.</summary>
    public required PolicyRules Rules { get; init; }

    /// <summary>
    /// Lower is asked first; it counts in place of <see cref="IPolicy.Priority"/>. When only this changes, the policy is not made anew.
    /// </summary>
    public int Priority { get; init; } = 100;
}
