namespace Observe.Catalogue.Merging;

/// <summary>US dollars for one million tokens; null where a source does not say.</summary>
internal sealed record Price(decimal? Input, decimal? Output, decimal? CacheRead, decimal? CacheWrite, decimal? CacheWriteOneHour)
{
    public bool HasSameTotalsAs(Price other) => Input == other.Input && Output == other.Output;

    /// <summary>Takes what this price does not say from another that agrees with it on input and output.</summary>
    public Price FilledFrom(Price other) => this with
    {
        CacheRead = CacheRead ?? other.CacheRead,
        CacheWrite = CacheWrite ?? other.CacheWrite,
        CacheWriteOneHour = CacheWriteOneHour ?? other.CacheWriteOneHour,
    };
}
