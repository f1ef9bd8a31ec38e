using System.Text;
using Observe.Exporting;

namespace Observe;

/// <summary>One answer of a policy, bound to what it was asked about.</summary>
public sealed record PolicyCheckTrace
{
    /// <summary>Name of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Version of its rules; empty when it has none.</summary>
    public required string Version { get; init; }

    /// <summary>Kind of rule.</summary>
    public required string Category { get; init; }

    /// <summary>When, in the life of the run, it was asked.</summary>
    public required PolicyPhase Phase { get; init; }

    /// <summary>The answer.</summary>
    public required PolicyAction Action { get; init; }

    /// <summary>The word that a server gave in place of a known action; else null.</summary>
    public string? UnknownAction { get; init; }

    /// <summary>Why; empty when the policy does not say.</summary>
    public required string Reason { get; init; }

    /// <summary>Priority under which it was asked; lower is asked first.</summary>
    public required int Priority { get; init; }

    /// <summary>When it answered, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How long it took to answer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>When to come back; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// SHA-256 of the captured arguments of the run or scope that it was asked about, as they stand in the record before masking, in
    /// lower-case hexadecimal digits; null when none were captured.
    /// </summary>
    public string? ArgumentsHash { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        // As the compiler would write it, but for the form of the times: see TimeText.
        StringBuilder builder = new("PolicyCheckTrace { Policy = ");
        builder.Append(Policy).Append(", Version = ").Append(Version).Append(", Category = ").Append(Category);
        builder.Append(", Phase = ").Append(Phase.ToString()).Append(", Action = ").Append(Action.ToString());
        builder.Append(", UnknownAction = ").Append(UnknownAction).Append(", Reason = ").Append(Reason);
        builder.Append(", Priority = ").Append(Priority).Append(", Time = ").Append(TimeText.OfSecond(Time.UtcDateTime));
        builder.Append(", Duration = ").Append(TimeText.Of(Duration));
        builder.Append(", RetryAfter = ").Append(RetryAfter is { } after ? TimeText.Of(after) : null);
        builder.Append(", ArgumentsHash = ").Append(ArgumentsHash);
        return builder.Append(" }").ToString();
    }
}
