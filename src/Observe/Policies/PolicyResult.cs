namespace Observe;

/// <summary>The answer of a policy. Immutable.</summary>
public sealed class PolicyResult
{
    private static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();

    /// <summary>An answer.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="reason">Why, for people. It is recorded and stands in the message of the exception: no secrets.</param>
    public PolicyResult(PolicyAction action, string reason = "")
    {
        Action = action;
        Reason = reason ?? "";
    }

    /// <summary>Go on, without more to say.</summary>
    public static PolicyResult Allow { get; } = new(PolicyAction.Allow);

    /// <summary>What to do.</summary>
    public PolicyAction Action { get; }

    /// <summary>Why, for people; empty when the policy does not say.</summary>
    public string Reason { get; }

    /// <summary>The word that a server gave in place of a known action, or null. Then <see cref="Action"/> is what that was taken for.</summary>
    public string? UnknownAction { get; init; }

    /// <summary>Name of the policy that gave the answer; empty when nobody was asked.</summary>
    public string PolicyName { get; init; } = "";

    /// <summary>Category of the policy that gave the answer.</summary>
    public string Category { get; init; } = "";

    /// <summary>More to know about the answer, for example <c>approvers</c>. Default: empty.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = s_none;

    /// <summary>When to come back, with <see cref="PolicyAction.Throttle"/> and <see cref="PolicyAction.Retry"/>; null when it is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The text to use in place of the one that was looked at, with <see cref="PolicyAction.Redact"/>; null to mask every text by
    /// <see cref="Mask"/>.
    /// </summary>
    public string? RedactedContent { get; init; }

    /// <summary>What masks texts, with <see cref="PolicyAction.Redact"/>. Default: null, which is <see cref="TextMask.Default"/>.</summary>
    public TextMask? Mask { get; init; }

    /// <summary>What to tell the next attempt, with <see cref="PolicyAction.Retry"/> after a call; null when there is nothing to tell.</summary>
    public string? Feedback { get; init; }

    /// <summary>Whether the call goes on: allow, warn, redact. Skip and retry are neither allowed nor blocked.</summary>
    public bool Allowed => Action is PolicyAction.Allow or PolicyAction.Warn or PolicyAction.Redact;

    /// <summary>Whether the call fails with a <see cref="PolicyViolationException"/>: block, throttle. Skip and retry are neither allowed nor blocked.</summary>
    public bool Blocked => Action is PolicyAction.Block or PolicyAction.Throttle;

    /// <summary>Whether to ask, or to run, again.</summary>
    public bool ShouldRetry => Action == PolicyAction.Retry;

    /// <summary>Go on; the warning is recorded.</summary>
    /// <param name="reason">Why.</param>
    public static PolicyResult Warn(string reason) => new(PolicyAction.Warn, reason);

    /// <summary>Do not run.</summary>
    /// <param name="reason">Why.</param>
    public static PolicyResult Block(string reason) => new(PolicyAction.Block, reason);

    /// <summary>Do not run now.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="retryAfter">When to come back. Default: not known.</param>
    public static PolicyResult Throttle(string reason, TimeSpan? retryAfter = null) =>
        new(PolicyAction.Throttle, reason) { RetryAfter = retryAfter };

    /// <summary>Do not run, without an error where the method can return nothing.</summary>
    /// <param name="reason">Why.</param>
    public static PolicyResult Skip(string reason) => new(PolicyAction.Skip, reason);

    /// <summary>Ask again; after a call: run again.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="retryAfter">How long to wait. Default: the observer's growing pauses.</param>
    /// <param name="feedback">What to tell the next attempt. Default: nothing.</param>
    public static PolicyResult Retry(string reason, TimeSpan? retryAfter = null, string? feedback = null) =>
        new(PolicyAction.Retry, reason) { RetryAfter = retryAfter, Feedback = feedback };

    /// <summary>Go on with texts masked.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="redactedContent">The text in place of the one that was looked at. Default: every text is masked.</param>
    public static PolicyResult Redact(string reason, string? redactedContent = null) =>
        new(PolicyAction.Redact, reason) { RedactedContent = redactedContent };

    /// <inheritdoc/>
    public override string ToString() => Reason.Length == 0 ? $"{Action}" : $"{Action}: {Reason}";

    /// <summary>The same answer under the name of the policy that gave it.</summary>
    internal PolicyResult From(IPolicy policy) => PolicyName.Length > 0
        ? this
        : new PolicyResult(Action, Reason)
        {
            UnknownAction = UnknownAction,
            PolicyName = policy.Name,
            Category = policy.Category,
            Metadata = Metadata,
            RetryAfter = RetryAfter,
            RedactedContent = RedactedContent,
            Mask = Mask,
            Feedback = Feedback,
        };
}
