using System.Globalization;
using System.Text.Json;
using Observe.Catalogue.Merging;

namespace Observe.Catalogue.Sources;

/// <summary>Reads litellm's price file: one object for each model, US dollars for one token.</summary>
internal static class LitellmFile
{
    private static readonly int[] s_thresholds = [128, 200, 256, 272, 512];

    public static IReadOnlyList<LitellmModel> Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        List<LitellmModel> models = [];
        foreach (JsonProperty entry in document.RootElement.EnumerateObject())
        {
            if (entry.Name == "sample_spec" || entry.Name.Contains('*', StringComparison.Ordinal) ||
                Text(entry.Value, "litellm_provider") is not { } owner || KnownProviders.OfLitellm(owner) is not { } provider ||
                Text(entry.Value, "mode") is not { } mode)
            {
                continue;
            }

            LitellmModel model = ReadModel(entry.Name, provider, mode, entry.Value);
            if (!IsNameOfLitellm(model))
            {
                models.Add(model);
            }
        }

        return models;
    }

    /// <summary>Names that only litellm has: sizes of models, and regions written before the name, which no provider takes or answers.</summary>
    private static bool IsNameOfLitellm(LitellmModel model) =>
        model.Key.StartsWith("together-ai-", StringComparison.Ordinal) ||
        (model.Provider.Name is "aws.bedrock" or "azure.ai.openai" && model.Name.Contains('/', StringComparison.Ordinal));

    private static LitellmModel ReadModel(string key, KnownProvider provider, string mode, JsonElement model)
    {
        string name = key.ToLowerInvariant();
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && provider.Litellm.Append(provider.Name.Replace('_', '-')).Any(owner => owner.StartsWith(name[..slash], StringComparison.Ordinal)))
        {
            name = name[(slash + 1)..];
        }

        bool zero = false;
        Period? price = ReadPrice(model);
        bool isLocal = provider.Name is "ollama" or "lemonade";
        bool saysFree = isLocal || name.EndsWith("free", StringComparison.Ordinal);
        bool isEmbedding = mode == "embedding" || name.Contains("embed", StringComparison.Ordinal);
        if (price is not null && !saysFree && (price.IsFree || price.Base.Input == 0 || (price.Base.Output == 0 && !isEmbedding)))
        {
            // In this file a zero is as often a price nobody has entered as a price of nothing.
            zero = price.IsFree;
            price = null;
        }

        return new LitellmModel(
            key, provider, name, mode, price, saysFree, zero, Integer(model, "max_input_tokens"), Integer(model, "max_output_tokens"));
    }

    private static Period? ReadPrice(JsonElement model)
    {
        if (model.TryGetProperty("tiered_pricing", out JsonElement ranges) && !model.TryGetProperty("input_cost_per_token", out _))
        {
            List<Tier> steps = [.. ranges.EnumerateArray()
                .Where(range => range.TryGetProperty("input_cost_per_token", out _))
                .Select(range => new Tier((long)range.GetProperty("range")[0].GetDouble(), ReadBase(range, "")))];
            return steps.Count == 0 ? null : new Period(null, steps[0].Price, [.. steps.Skip(1)]);
        }

        Price price = ReadBase(model, "");
        if (price.Input is null || price.Output is null)
        {
            return null;
        }

        List<Tier> tiers = [];
        foreach (int threshold in s_thresholds)
        {
            Price above = ReadBase(model, $"_above_{threshold}k_tokens");
            if (above.Input is not null)
            {
                tiers.Add(new Tier(threshold * 1000, above with
                {
                    // A price that only long prompts have is a slip of the file.
                    CacheRead = price.CacheRead is null ? null : above.CacheRead,
                    CacheWrite = price.CacheWrite is null ? null : above.CacheWrite,
                    CacheWriteOneHour = price.CacheWriteOneHour is null ? null : above.CacheWriteOneHour,
                }));
            }
        }

        return new Period(null, price, tiers);
    }

    private static Price ReadBase(JsonElement model, string suffix)
    {
        decimal? input = PerMillion(model, "input_cost_per_token" + suffix);
        decimal? oneHour = PerMillion(model, "cache_creation_input_token_cost_above_1hr" + suffix);
        return new Price(
            input,
            PerMillion(model, "output_cost_per_token" + suffix),
            NotZero(PerMillion(model, "cache_read_input_token_cost" + suffix) ?? PerMillion(model, "input_cost_per_token_cache_hit" + suffix)),
            NotZero(PerMillion(model, "cache_creation_input_token_cost" + suffix)),
            // It is twice the input wherever it is published; two models have the figure of a third.
            oneHour / 2 == input ? oneHour : null);
    }

    /// <summary>Cached input is input: where it is given as nothing, nothing is known about it.</summary>
    private static decimal? NotZero(decimal? price) => price == 0 ? null : price;

    private static decimal? PerMillion(JsonElement model, string name) =>
        model.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? Rounded(decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture) * 1_000_000m)
            : null;

    /// <summary>Twelve significant digits: more are the noise of floating-point numbers.</summary>
    private static decimal Rounded(decimal price) => decimal.Parse(
        price.ToString("G12", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string? Text(JsonElement model, string name) =>
        model.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Integer(JsonElement model, string name) =>
        model.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 1 and < int.MaxValue
            ? (int)value.GetDouble()
            : null;
}
