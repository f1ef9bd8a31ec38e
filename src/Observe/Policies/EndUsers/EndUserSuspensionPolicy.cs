using Observe.Policies;

namespace Observe;

/// <summary>
/// Lets nothing run for a customer whose <see cref="EndUser.Suspended"/> is set: no run, and no further scope of one that is going
/// on. A run without <see cref="RunContext.EndUserId"/>, and a customer that the directory does not know, pass. Category:
/// <c>end-user-suspension</c>.
/// </summary>
public sealed class EndUserSuspensionPolicy : IPolicy
{
    private readonly EndUserSuspensionRules _rules;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public EndUserSuspensionPolicy(EndUserSuspensionRules? rules = null, string name = "end-user-suspension")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new EndUserSuspensionRules();
        RuleCheck.AtLeast(0, _rules.GraceSeconds, nameof(_rules.GraceSeconds));
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "end-user-suspension";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeScope | PolicyPoints.Checkpoint;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _rules.Enabled && context.EndUser is { Suspended: true } ? PolicyResult.Block("the end user is suspended") : PolicyResult.Allow;
    }
}
