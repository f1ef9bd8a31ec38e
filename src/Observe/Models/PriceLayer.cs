namespace Observe.Models;

/// <summary>Prices on top of the built-in ones. Abstract, so that a native program that adds none carries no code for them.</summary>
internal abstract class PriceLayer
{
    /// <summary>Finds the model that a question means; null when this layer has no price for it.</summary>
    /// <param name="model">The name as it was asked for.</param>
    /// <param name="provider">The provider that was asked for.</param>
    /// <param name="below">What the catalogue below answers.</param>
    public abstract CataloguedModel? Find(string model, string? provider, CataloguedModel? below);

    /// <summary>The same layer with more prices.</summary>
    public abstract PriceLayer With(ReadOnlySpan<ModelPrice> prices);
}
