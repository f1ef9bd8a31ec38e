namespace Observe;

/// <summary>What a call costs whose prompt is long: US dollars for one million tokens.</summary>
/// <remarks>A tier holds for all tokens of the call, those below its threshold and those of the output included.</remarks>
public sealed class PriceTier
{
    /// <summary>The tier holds for calls with more input tokens than this. At least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public required long AboveInputTokens
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(AboveInputTokens));
            field = value;
        }
    }

    /// <summary>One million tokens of input. Null: as without the tier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or above 1,000,000, as for all prices.</exception>
    public decimal? InputPerMillion { get; init => field = ModelPrice.Valid(value, nameof(InputPerMillion)); }

    /// <summary>One million tokens of output. Null: as without the tier.</summary>
    public decimal? OutputPerMillion { get; init => field = ModelPrice.Valid(value, nameof(OutputPerMillion)); }

    /// <summary>One million tokens read from the prompt cache. Null: as without the tier.</summary>
    public decimal? CacheReadPerMillion { get; init => field = ModelPrice.Valid(value, nameof(CacheReadPerMillion)); }

    /// <summary>One million tokens written to the prompt cache. Null: as without the tier.</summary>
    public decimal? CacheWritePerMillion { get; init => field = ModelPrice.Valid(value, nameof(CacheWritePerMillion)); }

    /// <summary>One million tokens written to the prompt cache for one hour. Null: as without the tier.</summary>
    public decimal? CacheWriteOneHourPerMillion { get; init => field = ModelPrice.Valid(value, nameof(CacheWriteOneHourPerMillion)); }
}
