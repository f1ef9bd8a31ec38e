using System.Text;

namespace Observe.Models;

/// <summary>Prices that were added to a catalogue. They come before those of the catalogue below; the longest name that matches counts.</summary>
internal sealed class OwnPrices : PriceLayer
{
    private readonly OwnModel[] _models;

    private OwnPrices(OwnModel[] models) => _models = models;

    public static OwnPrices None { get; } = new([]);

    public override PriceLayer With(ReadOnlySpan<ModelPrice> prices)
    {
        List<OwnModel> models = [.. _models];
        foreach (ModelPrice price in prices)
        {
            ArgumentNullException.ThrowIfNull(price, nameof(prices));
            (string name, string? provider) = Split(price);
            int at = models.FindIndex(model => model.Name == name && model.Provider == provider);
            if (at < 0)
            {
                models.Add(new OwnModel(name, provider, [price]));
            }
            else
            {
                models[at] = models[at].With(price);
            }
        }

        return new OwnPrices([.. models]);
    }

    public override CataloguedModel? Find(string model, string? provider, CataloguedModel? below)
    {
        byte[] whole = Encoding.UTF8.GetBytes(model.Trim().ToLowerInvariant());
        ReadOnlySpan<byte> name = whole;
        string? owner = Canonical(provider);
        int prefix = NameMatching.PrefixOf(name, out int slash);
        if (prefix >= 0 && (owner is null || owner == CatalogueProviders.NameOf(prefix)))
        {
            owner = CatalogueProviders.NameOf(prefix);
            name = name[(slash + 1)..];
        }

        owner ??= below?.Provider;
        OwnModel? best = null;
        foreach (OwnModel own in _models)
        {
            if ((own.Provider is null || owner is null || own.Provider == owner) && (own.Matches(name) || own.Matches(whole)) &&
                (best is null || own.Name.Length > best.Name.Length || (own.Name.Length == best.Name.Length && own.Provider is not null)))
            {
                best = own;
            }
        }

        return best?.Over(below, owner);
    }

    private static (string Name, string? Provider) Split(ModelPrice price)
    {
        string name = price.Model.ToLowerInvariant();
        if (!string.IsNullOrWhiteSpace(price.Provider))
        {
            return (name, Canonical(price.Provider));
        }

        int prefix = NameMatching.PrefixOf(Encoding.UTF8.GetBytes(name), out _);
        return prefix < 0 ? (name, null) : (name[(name.IndexOf('/') + 1)..], CatalogueProviders.NameOf(prefix));
    }

    private static string? Canonical(string? provider) => string.IsNullOrWhiteSpace(provider)
        ? null
        : CatalogueProviders.Find(provider) is >= 0 and int known ? CatalogueProviders.NameOf(known) : provider.Trim().ToLowerInvariant();
}
