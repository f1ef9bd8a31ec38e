namespace Observe;

/// <summary>A sum of tokens of which some may be unknown.</summary>
/// <param name="Known">Sum of those that are known; null when none is.</param>
/// <param name="IsIncomplete">Whether some are unknown.</param>
internal readonly record struct TokenTotal(long? Known, bool IsIncomplete)
{
    public TokenTotal Plus(long? tokens) => tokens is { } more
        ? this with { Known = (Known ?? 0) > long.MaxValue - more ? long.MaxValue : (Known ?? 0) + more }
        : this with { IsIncomplete = true };

    /// <summary><c>4,200</c>, <c>4,200 + ?</c> when some are unknown, <c>?</c> when all are.</summary>
    public override string ToString() => IsIncomplete && Known is not null ? TokenText.Number(Known) + " + ?" : TokenText.Number(Known);
}
