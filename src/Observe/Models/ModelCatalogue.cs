using Observe.Models;

namespace Observe;

/// <summary>What models cost, how much they read, and whose they are. Immutable and safe for any number of threads.</summary>
/// <remarks>
/// The built-in figures come from two public price lists (see THIRD-PARTY-NOTICES) and are as old as those; prices of your own go on top
/// with <see cref="With"/> or <see cref="WithFile"/>. A name is found as it is, without the provider before it, and without a version
/// behind it (<c>gpt-4o-2024-08-06</c> is <c>gpt-4o</c> unless it has a price of its own). A name that is only similar is unknown: no price
/// is better than a wrong one. Models whose tokens are mostly sound or pictures are known without a price.
/// </remarks>
public sealed class ModelCatalogue
{
    private const int MaxCachedLength = 200;

    private readonly PriceLayer? _own;
    private readonly ResolvedModels _resolved = new();

    internal ModelCatalogue(PriceLayer? own) => _own = own;

    /// <summary>The built-in catalogue. It is read where it lies in the program, when it is first asked.</summary>
    public static ModelCatalogue Default { get; } = new(null);

    /// <summary>Finds a model.</summary>
    /// <param name="model">
    /// Its name, as in requests or answers; upper and lower case do not differ. A provider may stand before it: <c>"openai/gpt-4o"</c>.
    /// </param>
    /// <param name="provider">
    /// Whose model it is, in any common spelling (<c>"azure"</c>, <c>"Amazon Bedrock"</c>, <c>"gcp.vertex_ai"</c>). Default: null, the
    /// provider to whose family the name belongs.
    /// </param>
    /// <returns>The model; null when the name is unknown, or unknown at this provider.</returns>
    public CataloguedModel? Find(string model, string? provider = null) =>
        string.IsNullOrEmpty(model) ? null : (_resolved.Find(model, provider) ?? Resolve(model, provider)).Answer;

    /// <summary>Finds whose model it is, which can be told for many names that have no price.</summary>
    /// <param name="model">The name, as for <see cref="Find"/>.</param>
    /// <returns>The provider, as in <see cref="CataloguedModel.Provider"/>; null when unknown.</returns>
    public string? ProviderOf(string model)
    {
        if (Find(model) is { Provider.Length: > 0 } known)
        {
            return known.Provider;
        }

        Span<byte> buffer = stackalloc byte[MaxCachedLength];
        if (!NameMatching.TryNormalize(model, buffer, out int length))
        {
            return null;
        }

        int provider = NameMatching.PrefixOf(buffer[..length], out _);
        provider = provider >= 0 ? provider : CatalogueProviders.OfFamily(buffer[..length]);
        return provider >= 0 ? CatalogueProviders.NameOf(provider) : null;
    }

    /// <summary>Estimates what a call costs.</summary>
    /// <param name="model">The name, as for <see cref="Find"/>.</param>
    /// <param name="usage">The tokens of the call.</param>
    /// <param name="at">When the call was made: prices change.</param>
    /// <param name="provider">Whose model it is, as for <see cref="Find"/>.</param>
    /// <returns>The estimate; null, and never zero, when the model or its price at that time is unknown, or a token count that has a price.</returns>
    public CostEstimate? Estimate(string model, TokenUsage usage, DateTimeOffset at, string? provider = null) =>
        Find(model, provider) is { } found && found.PriceAt(at) is { } price && price.CostOf(usage) is { } usd
            ? new CostEstimate
            {
                Usd = usd,
                IsEstimate = true,
                Source = price.Source,
                PriceAsOf = price.AsOf,
                Model = found.Name,
                Provider = found.Provider,
            }
            : null;

    /// <summary>Makes a catalogue with prices of your own on top of this one, which does not change.</summary>
    /// <param name="prices">
    /// The prices. Several for one model with different <see cref="ModelPrice.ValidFrom"/> follow each other; before the first day the
    /// prices below hold. A price also holds for the dated versions of the name, unless those are added, too.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="prices"/> or one of them is null.</exception>
    public ModelCatalogue With(params ModelPrice[] prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return new ModelCatalogue((_own ?? OwnPrices.None).With(prices));
    }

    /// <summary>Makes a catalogue with the prices of a JSON file on top of this one, which does not change.</summary>
    /// <param name="path">
    /// The file: <c>{ "prices": [ { "model": "gpt-4o", "input_per_million": 2.5, "output_per_million": 10 } ] }</c>. The members of a price
    /// are those of <see cref="ModelPrice"/> and <see cref="PriceTier"/> in snake_case; dates are <c>"2026-09-01"</c>. Comments and
    /// commas at the end of lists are allowed.
    /// </param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file says something else; the message names the line and what is expected there.</exception>
    public ModelCatalogue WithFile(string path) => With(PriceFile.Read(path));

    private ResolvedModel Resolve(string model, string? provider)
    {
        CataloguedModel? builtIn = FindBuiltIn(model, provider);
        ResolvedModel resolved = new(model, provider, _own?.Find(model, provider, builtIn) ?? builtIn);
        if (model.Length <= MaxCachedLength && (provider?.Length ?? 0) <= MaxCachedLength)
        {
            _resolved.Add(model, provider, resolved);
        }

        return resolved;
    }

    private static CataloguedModel? FindBuiltIn(string model, string? provider)
    {
        int owner = string.IsNullOrWhiteSpace(provider) ? CatalogueNames.AnyProvider : CatalogueProviders.Find(provider);
        if (owner == CatalogueNames.AnyProvider && !string.IsNullOrWhiteSpace(provider))
        {
            return null;
        }

        Span<byte> buffer = stackalloc byte[MaxCachedLength];
        return NameMatching.TryNormalize(model, buffer, out int length) ? NameMatching.Find(buffer[..length], owner) : null;
    }
}
