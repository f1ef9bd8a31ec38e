namespace Observe.Catalogue.Merging;

/// <summary>What is known of a name at a provider.</summary>
internal sealed record Row(KnownProvider Provider, string Name, PriceList? Prices)
{
    public int? MaxInput { get; init; }

    public int? MaxOutput { get; init; }

    /// <summary>Whether the source says that names that go on after this one mean the same model.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>Whether the name without a provider means this row before all others.</summary>
    public bool IsBare { get; init; }
}
