namespace Observe;

/// <summary>What a call of a model is expected to cost. The bill of the provider may say something else.</summary>
/// <remarks>
/// There is no estimate for an unknown model or for unknown token counts: <see cref="ModelCatalogue.Estimate"/> then answers null.
/// A cost of zero means that the model is free or that no token was used.
/// </remarks>
public readonly record struct CostEstimate
{
    /// <summary>The cost in US dollars: exact for the price and the counts, not rounded.</summary>
    public required decimal Usd { get; init; }

    /// <summary>
    /// Whether the figure was computed from a price list. Always true for what a catalogue answers: discounts, batches, priority,
    /// taxes, and tokens that are no text are not in it.
    /// </summary>
    public required bool IsEstimate { get; init; }

    /// <summary>Where the price comes from, as in <see cref="ModelPrice.Source"/>: for example <c>"litellm 2026-08-06"</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which the source had this price, as in <see cref="ModelPrice.AsOf"/>. Null: unknown.</summary>
    public required DateOnly? PriceAsOf { get; init; }

    /// <summary>Name of the model in the catalogue whose price was used.</summary>
    public required string Model { get; init; }

    /// <summary>The provider whose price was used, as in <see cref="CataloguedModel.Provider"/>.</summary>
    public required string Provider { get; init; }
}
