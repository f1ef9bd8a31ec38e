namespace Observe;

/// <summary>What one call of a language model used.</summary>
public readonly record struct LlmUsage
{
    /// <summary>Model as the call named it.</summary>
    public string Model { get; init; }

    /// <summary>Provider, given or inferred from the model's name; empty when unknown.</summary>
    public string Provider { get; init; }

    /// <summary>Tokens by kind; unknown ones are null.</summary>
    public TokenUsage Tokens { get; init; }

    /// <summary>Cost in US dollars: given, or estimated from the catalogue; null when the model is unknown.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Whether <see cref="CostUsd"/> is an estimate.</summary>
    public bool IsEstimate { get; init; }
}
