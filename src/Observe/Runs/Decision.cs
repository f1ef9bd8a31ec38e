namespace Observe;

/// <summary>What the body of a <see cref="DecisionAttribute"/> method may return: the chosen option, and why.</summary>
/// <typeparam name="T">Type that the declaration returns.</typeparam>
/// <param name="chosen">The chosen option; this is what the caller gets.</param>
/// <param name="reasoning">Why it was chosen. Default: not recorded.</param>
/// <param name="confidence">
/// How sure the choice is, from 0 to 1. A value outside this range is not recorded and the run carries a warning. Default: not recorded.
/// </param>
/// <param name="metadata">More to know about the choice, usually <see cref="CapturedValue.Map"/>. Default: nothing.</param>
public readonly struct Decision<T>(T chosen, string? reasoning = null, double? confidence = null, CapturedValue metadata = default) : IEquatable<Decision<T>>
{
    /// <summary>The chosen option.</summary>
    public T Chosen { get; } = chosen;

    /// <summary>Why it was chosen, or null.</summary>
    public string? Reasoning { get; } = reasoning;

    /// <summary>How sure the choice is, from 0 to 1, or null.</summary>
    public double? Confidence { get; } = confidence;

    /// <summary>More to know about the choice; not part of comparisons.</summary>
    public CapturedValue Metadata { get; } = metadata;

    /// <summary>Compares option, reasoning and confidence.</summary>
    public static bool operator ==(Decision<T> left, Decision<T> right) => left.Equals(right);

    /// <summary>Compares option, reasoning and confidence.</summary>
    public static bool operator !=(Decision<T> left, Decision<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Decision<T> other) =>
        EqualityComparer<T>.Default.Equals(Chosen, other.Chosen) && Reasoning == other.Reasoning && Confidence == other.Confidence;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Decision<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Chosen, Reasoning, Confidence);
}
