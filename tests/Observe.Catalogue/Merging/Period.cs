namespace Observe.Catalogue.Merging;

/// <summary>A price that holds from a day on, or always.</summary>
internal sealed record Period(DateOnly? From, Price Base, IReadOnlyList<Tier> Tiers)
{
    public bool IsFree => Base is { Input: 0, Output: 0 };

    public bool HasSamePricesAs(Period other) =>
        Base == other.Base && Tiers.Count == other.Tiers.Count && Tiers.Zip(other.Tiers).All(pair => pair.First == pair.Second);

    public Period FilledFrom(Period other) => this with
    {
        Base = Base.FilledFrom(other.Base),
        Tiers = [.. Tiers.Select(tier =>
            other.Tiers.FirstOrDefault(one => one.Above == tier.Above && one.Price.HasSameTotalsAs(tier.Price)) is { } same
                ? tier with { Price = tier.Price.FilledFrom(same.Price) }
                : tier)],
    };
}
