namespace Observe;

/// <summary>
/// Calls the body again when it fails, with growing pauses, and records every attempt. Alone it makes the call a <em>retry</em> scope
/// of the current run; beside another scope attribute it adds the attempts to that scope. The attempts are made whether or not
/// somebody observes. The last exception reaches the caller unchanged.
/// </summary>
/// <remarks>
/// The pause before attempt n + 1 is drawn evenly from 0 to <c>min(MaxDelayMilliseconds, DelayMilliseconds × 2ⁿ⁻¹)</c>: exponential
/// back-off with full jitter. An <see cref="OperationCanceledException"/> and a <see cref="PolicyViolationException"/> are never
/// retried; the method's <see cref="CancellationToken"/> ends the pause. Each attempt of an asynchronous method begins in the caller's
/// <see cref="SynchronizationContext"/>, as the first one does; what the body throws before its first <c>await</c> is in the task. Streams
/// cannot be retried: what was handed out cannot be taken back. It stands beside any other scope attribute but <see cref="ObserveAttribute"/>.
/// </remarks>
/// <param name="maxAttempts">How often the body is called at most. Default: 3; at least 1.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RetryAttribute(int maxAttempts = 3) : Attribute
{
    /// <summary>How often the body is called at most.</summary>
    public int MaxAttempts { get; } = maxAttempts;

    /// <summary>Name of the retry where it stands alone. Default: the method's name without <c>Async</c>, in snake_case.</summary>
    public string? Name { get; set; }

    /// <summary>Longest pause before the second attempt, in milliseconds. Default: 200; at least 0.</summary>
    public int DelayMilliseconds { get; set; } = 200;

    /// <summary>Longest pause before any attempt, in milliseconds. Default: 30,000.</summary>
    public int MaxDelayMilliseconds { get; set; } = 30_000;

    /// <summary>Exceptions, with those derived from them, that are worth another attempt. Default: all but cancellation and policy violations.</summary>
    public Type[] On { get; set; } = [];

    /// <summary>
    /// Name of a method of the same type, with the same parameters and return type, that is called when the last attempt has failed or
    /// the circuit is open. Where the body returns <see cref="Decision{T}"/> or <see cref="LlmResult{T}"/>, it may too. Default: none,
    /// the last exception is thrown.
    /// </summary>
    public string? FallbackTo { get; set; }

    /// <summary>How many failed calls in a row, over all callers of the method, open the circuit: until <see cref="BreakSeconds"/> are over nothing is attempted. Default: 0, never.</summary>
    public int BreakAfter { get; set; }

    /// <summary>How long an open circuit stays open, in seconds; then one call is let through to try. Default: 30.</summary>
    public double BreakSeconds { get; set; } = 30;

    /// <inheritdoc cref="ObserveAttribute.Capture"/>
    public CaptureMode Capture { get; set; }
}
