using System.Globalization;
using System.Text.Json;
using Observe.Catalogue.Merging;

namespace Observe.Catalogue.Sources;

/// <summary>Reads the second version of the file of genai-prices: providers, their models, and dated prices for one million tokens.</summary>
internal static class GenaiFile
{
    public static IReadOnlyList<GenaiModel> Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. from provider in document.RootElement.EnumerateArray()
               from model in provider.GetProperty("models").EnumerateArray()
               select ReadModel(provider.GetProperty("id").GetString()!, model),
        ];
    }

    private static GenaiModel ReadModel(string provider, JsonElement model)
    {
        JsonElement prices = model.GetProperty("prices");
        bool timeOfDay = prices.ValueKind == JsonValueKind.Array && prices.EnumerateArray().Any(price =>
            price.TryGetProperty("constraint", out JsonElement constraint) && constraint.TryGetProperty("start_time", out _));
        bool omitted = prices.ValueKind == JsonValueKind.Object && !prices.EnumerateObject().Any();
        string id = model.GetProperty("id").GetString()!;
        List<Period?> periods = prices.ValueKind != JsonValueKind.Array
            ? [ReadPeriod(null, prices, id)]
            : timeOfDay
                // The price of the day is the one with hours; the one without is the discount of the night.
                ? [ReadPeriod(null, prices.EnumerateArray().Last().GetProperty("prices"), id)]
                : [.. prices.EnumerateArray().Select(price => ReadPeriod(StartOf(price), price.GetProperty("prices"), id))];
        return new GenaiModel(
            provider,
            id.ToLowerInvariant(),
            NamePattern.Read(model.GetProperty("match")),
            periods.Contains(null) ? null : new PriceList(PriceSource.Genai, [.. periods.OfType<Period>().OrderBy(period => period.From ?? DateOnly.MinValue)]),
            timeOfDay,
            omitted,
            model.TryGetProperty("context_window", out JsonElement window) ? window.GetInt32() : null);
    }

    private static DateOnly? StartOf(JsonElement price) => price.TryGetProperty("constraint", out JsonElement constraint)
        ? DateOnly.ParseExact(constraint.GetProperty("start_date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    private static Period? ReadPeriod(DateOnly? from, JsonElement prices, string id)
    {
        Price price = Each(prices, BaseOf);
        // Models that turn text into vectors have no output to pay for.
        bool isEmbedding = id.Contains("embed", StringComparison.OrdinalIgnoreCase) || id.StartsWith("bge-", StringComparison.Ordinal) ||
            id.StartsWith("voyage-", StringComparison.Ordinal);
        price = price with { Output = price.Output ?? (isEmbedding ? 0 : null) };
        if (price.Input is null || price.Output is null)
        {
            return null;
        }

        IEnumerable<long> thresholds = prices.EnumerateObject()
            .Where(part => part.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(part => part.Value.GetProperty("tiers").EnumerateArray())
            .Select(tier => tier.GetProperty("start").GetInt64())
            .Distinct()
            .Order();
        return new Period(from, price, [.. thresholds.Select(threshold => new Tier(threshold, Each(prices, part => TierOf(part, threshold))))]);
    }

    private static Price Each(JsonElement prices, Func<JsonElement, decimal?> read)
    {
        return new Price(Part("input_mtok"), Part("output_mtok"), Part("cache_read_mtok"), Part("cache_write_mtok"), Part("cache_write_1h_mtok"));

        decimal? Part(string name) => prices.TryGetProperty(name, out JsonElement part) ? read(part) : null;
    }

    private static decimal? BaseOf(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object ? part.GetProperty("base").GetDecimal() : part.GetDecimal();

    private static decimal? TierOf(JsonElement part, long threshold) => part.ValueKind == JsonValueKind.Object
        ? part.GetProperty("tiers").EnumerateArray()
            .Where(tier => tier.GetProperty("start").GetInt64() == threshold)
            .Select(tier => (decimal?)tier.GetProperty("price").GetDecimal())
            .FirstOrDefault()
        : null;
}
