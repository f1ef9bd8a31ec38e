namespace Observe.Masking;

/// <summary>
/// Patterns that a user has added. Abstract, so that programs without any do not contain the engine of regular expressions.
/// </summary>
internal abstract class OwnPatterns
{
    /// <summary>The rank of the first pattern; the next ones follow.</summary>
    public const int FirstRank = 12;

    public abstract void Find(ReadOnlySpan<byte> utf8, ref SecretSpans found);

    public abstract ReadOnlySpan<byte> MarkOf(int rank);
}
