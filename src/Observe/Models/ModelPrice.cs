namespace Observe;

/// <summary>What a model costs from some day on: US dollars for one million tokens.</summary>
public sealed class ModelPrice
{
    private const decimal Largest = 1_000_000m;
    private const decimal Millionth = 0.000001m;

    private readonly PriceTier[] _tiers = [];

    /// <summary>Name of the model, for example <c>"gpt-4o"</c> or <c>"openai/gpt-4o"</c>; upper and lower case do not differ.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Model
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value, nameof(Model));
            field = value.Trim();
        }
    }

    /// <summary>Whose model it is, for example <c>"openai"</c>. Default: null, the price holds for every provider.</summary>
    public string? Provider { get; init; }

    /// <summary>First day (UTC) on which the price holds. Default: null, it has always held.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>One million tokens of input that are not cached. 0 is free.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or above 1,000,000, as for all prices.</exception>
    public required decimal InputPerMillion { get; init => field = Valid(value, nameof(InputPerMillion)).GetValueOrDefault(); }

    /// <summary>One million tokens of output, reasoning included. 0 is free.</summary>
    public required decimal OutputPerMillion { get; init => field = Valid(value, nameof(OutputPerMillion)).GetValueOrDefault(); }

    /// <summary>One million tokens of input read from the prompt cache. Default: null, they cost what other input costs.</summary>
    public decimal? CacheReadPerMillion { get; init => field = Valid(value, nameof(CacheReadPerMillion)); }

    /// <summary>One million tokens of input written to the prompt cache. Default: null, they cost what other input costs.</summary>
    public decimal? CacheWritePerMillion { get; init => field = Valid(value, nameof(CacheWritePerMillion)); }

    /// <summary>One million tokens written to the prompt cache for one hour. Default: null, they cost what other writes cost.</summary>
    public decimal? CacheWriteOneHourPerMillion { get; init => field = Valid(value, nameof(CacheWriteOneHourPerMillion)); }

    /// <summary>Prices of calls with long prompts. Default: none. The tier with the highest threshold below the input holds.</summary>
    /// <exception cref="ArgumentException">One of them is null.</exception>
    public IReadOnlyList<PriceTier> Tiers
    {
        get => _tiers;
        init
        {
            _tiers = new PriceTier[value?.Count ?? 0];
            for (int i = 0; i < _tiers.Length; i++)
            {
                _tiers[i] = value![i] ?? throw new ArgumentException("Tiers must not hold null.", nameof(Tiers));
            }
        }
    }

    /// <summary>Most tokens of one prompt. Default: null, as the catalogue below says.</summary>
    public int? MaxInputTokens { get; init; }

    /// <summary>Most tokens of one answer. Default: null, as the catalogue below says.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Where the price comes from. Default: <c>"own"</c>; prices of the built-in catalogue name their source, such as <c>"litellm 2026-08-06"</c>.</summary>
    public string Source { get; init; } = "own";

    /// <summary>The day on which the source had this price. Default: null, unknown.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Computes what a call costs.</summary>
    /// <param name="usage">The tokens of one call. What is not known of cache and reasoning counts as ordinary input and output.</param>
    /// <returns>US dollars; null when a total is unknown that has a price.</returns>
    public decimal? CostOf(TokenUsage usage)
    {
        PriceTier? tier = usage.InputTokens is { } known ? TierOf(known) : null;
        decimal perInput = tier?.InputPerMillion ?? InputPerMillion;
        decimal perOutput = tier?.OutputPerMillion ?? OutputPerMillion;
        bool inputMatters = perInput != 0 || _tiers.Length != 0;
        if ((usage.InputTokens is null && inputMatters) || (usage.OutputTokens is null && perOutput != 0))
        {
            return null;
        }

        long read = usage.CacheReadTokens ?? 0;
        long written = usage.CacheWriteTokens ?? 0;
        long forOneHour = usage.CacheWriteOneHourTokens ?? 0;
        decimal sum = perOutput * (usage.OutputTokens ?? 0);
        if (read != 0)
        {
            sum += (tier?.CacheReadPerMillion ?? CacheReadPerMillion ?? perInput) * read;
        }

        if (written != 0)
        {
            decimal perWrite = tier?.CacheWritePerMillion ?? CacheWritePerMillion ?? perInput;
            sum += perWrite * (written - forOneHour);
            sum += (tier?.CacheWriteOneHourPerMillion ?? CacheWriteOneHourPerMillion ?? perWrite) * forOneHour;
        }

        // Only a free model gets here without its total input; what is known of its parts must not turn the rest negative.
        sum += perInput * Math.Max((usage.InputTokens ?? 0) - read - written, 0);
        return sum * Millionth;
    }

    internal static decimal? Valid(decimal? price, string name) => price is < 0 or > Largest
        ? throw new ArgumentOutOfRangeException(name, price, $"{name} must be from 0 to 1,000,000 US dollars for one million tokens.")
        : price;

    private PriceTier? TierOf(long input)
    {
        PriceTier? best = null;
        foreach (PriceTier tier in _tiers)
        {
            if (input > tier.AboveInputTokens && (best is null || tier.AboveInputTokens > best.AboveInputTokens))
            {
                best = tier;
            }
        }

        return best;
    }
}
