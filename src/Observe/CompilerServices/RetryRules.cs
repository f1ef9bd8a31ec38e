using System.ComponentModel;

namespace Observe.CompilerServices;

/// <summary>What a <see cref="RetryAttribute"/> says; the defaults are the attribute's.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RetryRules
{
    /// <summary>How often the body is called at most.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Longest pause before the second attempt, in milliseconds.</summary>
    public int DelayMilliseconds { get; init; } = 200;

    /// <summary>Longest pause before any attempt, in milliseconds.</summary>
    public int MaxDelayMilliseconds { get; init; } = 30_000;

    /// <summary>Name of the method that is called in place of the body; null when there is none.</summary>
    public string? FallbackTo { get; init; }

    /// <summary>How many failed calls in a row open the circuit; 0 for never.</summary>
    public int BreakAfter { get; init; }

    /// <summary>How long the circuit stays open, in seconds.</summary>
    public double BreakSeconds { get; init; } = 30;

    /// <summary>Which exceptions are worth another attempt; null for all but cancellation and policy violations.</summary>
    public Func<Exception, bool>? Handles { get; init; }

    internal Runs.CircuitBreaker Breaker { get; } = new();
}
