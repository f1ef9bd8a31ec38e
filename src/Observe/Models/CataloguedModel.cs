namespace Observe;

/// <summary>What the catalogue knows about a model.</summary>
public sealed class CataloguedModel
{
    private readonly ModelPrice[] _prices;

    internal CataloguedModel(string name, string provider, ModelPrice[] prices)
    {
        Name = name;
        Provider = provider;
        _prices = prices;
    }

    /// <summary>The name in the catalogue that matched, in lower case. It can be shorter than the name that was asked for.</summary>
    public string Name { get; }

    /// <summary>
    /// The provider: one of the values of OpenTelemetry's <c>gen_ai.provider.name</c> where there is one, such as <c>"openai"</c>,
    /// <c>"anthropic"</c>, <c>"gcp.gemini"</c>, <c>"aws.bedrock"</c>. Empty when a price was added without a provider for an unknown model.
    /// </summary>
    public string Provider { get; }

    /// <summary>Most tokens of one prompt; for some models the whole context window. Null: unknown.</summary>
    public int? MaxInputTokens { get; internal init; }

    /// <summary>Most tokens of one answer. Null: unknown.</summary>
    public int? MaxOutputTokens { get; internal init; }

    /// <summary>The prices in the order of the days from which they hold; empty when the model is known and its price is not.</summary>
    public IReadOnlyList<ModelPrice> Prices => _prices;

    /// <summary>Finds the price that holds at a time.</summary>
    /// <param name="at">The time; a price begins at midnight UTC.</param>
    /// <returns>The price; null when none is known for that time.</returns>
    public ModelPrice? PriceAt(DateTimeOffset at)
    {
        ModelPrice[] prices = _prices;
        if (prices.Length == 1 && prices[0].ValidFrom is null)
        {
            return prices[0];
        }

        DateOnly day = DateOnly.FromDateTime(at.UtcDateTime);
        for (int i = prices.Length - 1; i >= 0; i--)
        {
            if (prices[i].ValidFrom is not { } from || from <= day)
            {
                return prices[i];
            }
        }

        return null;
    }
}
