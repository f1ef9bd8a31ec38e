namespace Observe;

/// <summary>
/// Rules of an <see cref="EndUserSuspensionPolicy"/>. Names and defaults of the rules in a file are those of Waxell's category
/// <c>end-user-suspension</c> (https://waxell.ai/docs/observe/governance/end-user-suspension).
/// </summary>
public sealed record EndUserSuspensionRules
{
    /// <summary>Whether anything is checked. In a file: <c>enabled</c>. Default: true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Reserved: kept and not used, a suspension counts at once. In a file: <c>grace_seconds</c>. Default: 0.</summary>
    public int GraceSeconds { get; init; }

    internal static EndUserSuspensionRules Read(PolicyRules rules) => new()
    {
        Enabled = rules.Boolean("enabled", true),
        GraceSeconds = rules.Integer("grace_seconds", 0, minimum: 0) ?? 0,
    };
}
