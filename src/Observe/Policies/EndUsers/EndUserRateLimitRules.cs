namespace Observe;

/// <summary>
/// Rules of an <see cref="EndUserRateLimitPolicy"/>; the limits themselves are those of the customers. Names and defaults of the
/// rules in a file are those of Waxell's category <c>end-user-rate-limit</c>
/// (https://waxell.ai/docs/observe/governance/end-user-rate-limit).
/// </summary>
public sealed record EndUserRateLimitRules
{
    /// <summary>Whether anything is checked. In a file: <c>enabled</c>. Default: true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// What happens above the limit: <see cref="PolicyAction.Throttle"/>, <see cref="PolicyAction.Block"/> or
    /// <see cref="PolicyAction.Warn"/>. In a file: <c>action_on_exceed</c>. Default: throttle.
    /// </summary>
    public PolicyAction ActionOnExceed { get; init; } = PolicyAction.Throttle;

    /// <summary>
    /// Length of the window in which calls are counted, in seconds; from 1 to 86,400. The limit per minute is scaled to it. In a file:
    /// <c>window_seconds</c>. Default: 60.
    /// </summary>
    public int WindowSeconds { get; init; } = 60;

    internal static EndUserRateLimitRules Read(PolicyRules rules) => new()
    {
        Enabled = rules.Boolean("enabled", true),
        ActionOnExceed = rules.Action(
            "action_on_exceed", PolicyAction.Throttle, PolicyAction.Throttle, PolicyAction.Block, PolicyAction.Warn),
        WindowSeconds = rules.Integer("window_seconds", 60, minimum: 1, maximum: 86_400) ?? 60,
    };
}
