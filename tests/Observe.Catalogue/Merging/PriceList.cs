namespace Observe.Catalogue.Merging;

/// <summary>The prices of a model by day, all from one source.</summary>
internal sealed record PriceList(PriceSource Source, IReadOnlyList<Period> Periods)
{
    public bool IsDated => Periods.Count > 1;

    public Period Latest => Periods[^1];
}
