namespace Observe;

/// <summary>What is known of a call of a language model, beside what every scope has.</summary>
public sealed record LlmTrace
{
    /// <summary>Model that answered, or was asked.</summary>
    public required string Model { get; init; }

    /// <summary>Provider, given or inferred from the model's name; null when unknown.</summary>
    public string? Provider { get; init; }

    /// <summary>What the call was for, or null.</summary>
    public string? Task { get; init; }

    /// <summary>Tokens by kind; unknown ones are null.</summary>
    public TokenUsage Usage { get; init; }

    /// <summary>Cost in US dollars; null when unknown. 0 is free.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>Whether <see cref="CostUsd"/> is an estimate from the catalogue; else it was given.</summary>
    public bool CostIsEstimate { get; init; }

    /// <summary>Where the price of an estimate comes from; else null.</summary>
    public string? PriceSource { get; init; }

    /// <summary>The day on which the source had this price; else null.</summary>
    public DateOnly? PriceAsOf { get; init; }

    /// <summary>Name of the model in the catalogue whose price was used; else null.</summary>
    public string? PricedModel { get; init; }

    /// <summary>Beginning of the prompt, or null.</summary>
    public string? PromptPreview { get; init; }

    /// <summary>Beginning of the response, or null.</summary>
    public string? ResponsePreview { get; init; }

    /// <summary>Why the response ended, or null.</summary>
    public string? FinishReason { get; init; }

    /// <summary>Time to the first chunk of a stream; null for other calls.</summary>
    public TimeSpan? TimeToFirstChunk { get; init; }

    /// <summary>Most input tokens that the model takes; null when unknown.</summary>
    public long? ContextWindow { get; init; }

    /// <summary>How much of the context window the input took, in percent (0 to 100); null when unknown.</summary>
    public double? ContextUtilization =>
        ContextWindow is > 0 and { } window && Usage.InputTokens is { } input ? Math.Min(100.0, 100.0 * input / window) : null;

    /// <summary>Number of messages that were sent; null when unknown.</summary>
    public int? MessageCount { get; init; }

    /// <summary>Number of messages of the user among them; null when unknown.</summary>
    public int? UserTurns { get; init; }

    /// <summary>SHA-256 of the system prompt, in lower-case hexadecimal digits; null when there was none.</summary>
    public string? SystemPromptHash { get; init; }
}
