using System.Text;

namespace Observe.Models;

/// <summary>The prices of a model that were added to a catalogue, in the order of their days.</summary>
internal sealed class OwnModel(string name, string? provider, ModelPrice[] prices)
{
    private readonly byte[] _name = Encoding.UTF8.GetBytes(name);

    public string Name => name;

    public string? Provider => provider;

    public ModelPrice[] Prices => prices;

    /// <summary>Whether a name is this one, or this one with a version behind it.</summary>
    public bool Matches(ReadOnlySpan<byte> asked) =>
        asked.StartsWith(_name) && (asked.Length == _name.Length || VersionSuffix.IsVersion(asked[_name.Length..]));

    /// <summary>Adds prices; of two for the same day the later one counts.</summary>
    public OwnModel With(ModelPrice price)
    {
        List<ModelPrice> all = [];
        foreach (ModelPrice old in prices)
        {
            if (old.ValidFrom != price.ValidFrom)
            {
                all.Add(old);
            }
        }

        int at = 0;
        while (at < all.Count && (all[at].ValidFrom ?? DateOnly.MinValue) < (price.ValidFrom ?? DateOnly.MinValue))
        {
            at++;
        }

        all.Insert(at, price);
        return new OwnModel(name, provider, [.. all]);
    }

    /// <summary>What users see: these prices, and before the first day on which they hold those of the catalogue below.</summary>
    public CataloguedModel Over(CataloguedModel? below, string? askedProvider)
    {
        int? maxInput = null;
        int? maxOutput = null;
        List<ModelPrice> all = [];
        if (below is not null && prices[0].ValidFrom is { } first)
        {
            foreach (ModelPrice earlier in below.Prices)
            {
                if (earlier.ValidFrom is null || earlier.ValidFrom < first)
                {
                    all.Add(earlier);
                }
            }
        }

        foreach (ModelPrice price in prices)
        {
            all.Add(price);
            maxInput = price.MaxInputTokens ?? maxInput;
            maxOutput = price.MaxOutputTokens ?? maxOutput;
        }

        return new CataloguedModel(name, provider ?? below?.Provider ?? askedProvider ?? "", [.. all])
        {
            MaxInputTokens = maxInput ?? below?.MaxInputTokens,
            MaxOutputTokens = maxOutput ?? below?.MaxOutputTokens,
        };
    }
}
