namespace Observe.Exporting.Reading;

/// <summary>One element of a captured array, or the mark for those that were left out.</summary>
internal readonly ref struct ArrayItem(ReadOnlySpan<byte> value, int omitted)
{
    public ReadOnlySpan<byte> Value { get; } = value;

    /// <summary>Whether this is the mark.</summary>
    public bool IsOmission => Omitted > 0;

    public int Omitted { get; } = omitted;
}
