namespace Observe.Models;

/// <summary>The members of a price or of a tier while a file is read.</summary>
internal struct PriceMembers
{
    public const string NamesOfTier =
        "above_input_tokens, input_per_million, output_per_million, cache_read_per_million, cache_write_per_million, cache_write_one_hour_per_million";

    public const string NamesOfPrice =
        "model, provider, valid_from, input_per_million, output_per_million, cache_read_per_million, cache_write_per_million, " +
        "cache_write_one_hour_per_million, tiers, max_input_tokens, max_output_tokens, source, as_of";

    public PriceMembers()
    {
    }

    public string? Model { get; set; }

    public string? Provider { get; set; }

    public string? Source { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? AsOf { get; set; }

    public decimal? Input { get; set; }

    public decimal? Output { get; set; }

    public decimal? CacheRead { get; set; }

    public decimal? CacheWrite { get; set; }

    public decimal? CacheWriteOneHour { get; set; }

    public long? Above { get; set; }

    public int? MaxInput { get; set; }

    public int? MaxOutput { get; set; }

    public List<PriceTier> Tiers { get; } = [];

    public readonly ModelPrice ToPrice() => new()
    {
        Model = Model!,
        Provider = Provider,
        ValidFrom = ValidFrom,
        InputPerMillion = Input.GetValueOrDefault(),
        OutputPerMillion = Output.GetValueOrDefault(),
        CacheReadPerMillion = CacheRead,
        CacheWritePerMillion = CacheWrite,
        CacheWriteOneHourPerMillion = CacheWriteOneHour,
        Tiers = Tiers,
        MaxInputTokens = MaxInput,
        MaxOutputTokens = MaxOutput,
        Source = Source ?? "own",
        AsOf = AsOf,
    };

    public readonly PriceTier ToTier() => new()
    {
        AboveInputTokens = Above.GetValueOrDefault(),
        InputPerMillion = Input,
        OutputPerMillion = Output,
        CacheReadPerMillion = CacheRead,
        CacheWritePerMillion = CacheWrite,
        CacheWriteOneHourPerMillion = CacheWriteOneHour,
    };
}
