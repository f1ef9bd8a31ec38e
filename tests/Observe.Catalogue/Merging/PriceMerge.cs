using System.Globalization;
using Observe.Catalogue.Sources;

namespace Observe.Catalogue.Merging;

/// <summary>
/// Chooses between the two sources: a name that litellm has wins over a rule, a dated list wins over a price without a date, and where
/// both agree on input and output each fills in what the other lacks.
/// </summary>
internal sealed class PriceMerge
{
    private readonly List<Conflict> _conflicts = [];

    public IReadOnlyList<Conflict> Conflicts => _conflicts;

    public int Agreements { get; private set; }

    /// <summary>What a rule says about a name that litellm does not have.</summary>
    public static PriceList? OfRule(GenaiModel model) => model.Prices ?? (IsFree(model) ? Free : null);

    /// <summary>Whether litellm lists a model that writes as one that only makes vectors.</summary>
    public bool IsListedAsAnotherKind(LitellmModel model, GenaiModel? other)
    {
        bool isAnother = model.Price is { Base.Output: 0, IsFree: false } && other?.Prices is { Latest.Base.Output: > 0 };
        if (isAnother)
        {
            Note("zero", model, Words(new PriceList(PriceSource.Litellm, [model.Price!])), Words(other!.Prices!), "genai-prices");
        }

        return isAnother;
    }

    /// <summary>Chooses the prices of a name that litellm has.</summary>
    /// <param name="model">What litellm says.</param>
    /// <param name="other">The first rule that matches.</param>
    /// <param name="dated">Rules with dated lists that name the model with something before it, such as a region.</param>
    public PriceList? Pick(LitellmModel model, GenaiModel? other, IEnumerable<GenaiModel> dated)
    {
        PriceList? prices = other is null ? null : OfRule(other);
        if (model.Price is not { } price)
        {
            if (model.HasZeroPrice && prices is null)
            {
                Note("zero", model, "0", "-", "unknown");
            }
            else if (model.HasZeroPrice && !prices!.Latest.IsFree)
            {
                Note("zero", model, "0", Words(prices), "genai-prices");
            }

            return prices;
        }

        PriceList own = new(PriceSource.Litellm, [price]);
        if (model.IsSlip)
        {
            Note("slip", model, Words(own), prices is null ? "-" : Words(prices), prices is null ? "unknown" : "genai-prices");
            return prices;
        }

        if (prices is null)
        {
            return own;
        }

        if (prices.IsDated)
        {
            return PickDated(model, own, dated.Select(one => one.Prices!).FirstOrDefault(list => HasPriceOf(list, own)) ?? prices);
        }

        Period rule = prices.Latest;
        if (!price.Base.HasSameTotalsAs(rule.Base))
        {
            Note(other!.IsTimeOfDay ? "time of day" : "price", model, Words(own), Words(prices), "litellm");
            return own;
        }

        Agreements++;
        Period filled = price.FilledFrom(rule);
        if (!filled.HasSamePricesAs(rule.FilledFrom(price)))
        {
            Note("cache or tier", model, Words(own), Words(prices), "litellm");
        }

        return new PriceList(PriceSource.Litellm, [filled]);
    }

    private PriceList PickDated(LitellmModel model, PriceList own, PriceList dated)
    {
        bool isSame = HasPriceOf(dated, own);
        Note(isSame ? "dated" : "dated, but of another price", model, Words(own), Words(dated), isSame ? "genai-prices" : "litellm");
        return isSame
            ? dated with { Periods = [.. dated.Periods.Select(period => Filled(period, own.Latest))] }
            : own;
    }

    /// <summary>Fills in what only litellm knows; writes for one hour cost twice the input on other days, too.</summary>
    private static Period Filled(Period period, Period own)
    {
        Period filled = period.Base.HasSameTotalsAs(own.Base) ? period.FilledFrom(own) : period;
        return filled.Base.CacheWriteOneHour is null && own.Base.CacheWriteOneHour is not null
            ? filled with { Base = filled.Base with { CacheWriteOneHour = filled.Base.Input * 2 } }
            : filled;
    }

    private static bool HasPriceOf(PriceList dated, PriceList own) => dated.Periods.Any(period => period.Base.HasSameTotalsAs(own.Latest.Base));

    private void Note(string kind, LitellmModel model, string own, string other, string used) =>
        _conflicts.Add(new Conflict(kind, model.Provider.Name, model.Name, own, other, used));

    private static PriceList Free { get; } = new(PriceSource.Genai, [new Period(null, new Price(0, 0, null, null, null), [])]);

    /// <summary>An empty price is a free model there. It is believed where the name says so, too, or the model is its provider's own.</summary>
    private static bool IsFree(GenaiModel model) =>
        model.IsFreeByOmission && (model.Id.Contains("free", StringComparison.Ordinal) || model.Provider is "google" or "openai");

    private static string Words(PriceList list) => string.Join("; ", list.Periods.Select(period =>
        (period.From is { } from ? $"from {from:yyyy-MM-dd}: " : "") + Words(period.Base) +
        string.Concat(period.Tiers.Select(tier => $", above {tier.Above}: {Words(tier.Price)}"))));

    private static string Words(Price price)
    {
        return string.Join(" / ", Word(price.Input), Word(price.Output), Word(price.CacheRead), Word(price.CacheWrite), Word(price.CacheWriteOneHour));

        static string Word(decimal? figure) => figure?.ToString("0.############", CultureInfo.InvariantCulture) ?? "-";
    }
}
