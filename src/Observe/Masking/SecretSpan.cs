namespace Observe.Masking;

/// <summary>Where in a text a secret lies, in bytes. The higher rank names what overlaps.</summary>
internal readonly struct SecretSpan(int start, int end, int rank)
{
    public int Start { get; } = start;

    public int End { get; } = end;

    public int Rank { get; } = rank;
}
