using System.Text;

namespace Observe.Models;

/// <summary>
/// Reads the prices and sizes of the catalogue. A line of prices is <c>a</c> or <c>b</c> for the source, then
/// <c>input/output/cache read/cache write/cache write for one hour</c>; <c>&gt;threshold:</c> begins a tier and <c>@yyyymmdd:</c> a price
/// that holds from a day on. What is missing is unknown.
/// </summary>
internal static class CataloguePrices
{
    private static readonly int[] s_starts = LineIndex.Of(CatalogueFigures.Prices);
    private static readonly int[] s_windowStarts = LineIndex.Of(CatalogueFigures.Windows);
    private static readonly int[] s_sourceStarts = LineIndex.Of(CatalogueFigures.Sources);
    private static readonly string?[] s_sources = new string?[s_sourceStarts.Length - 1];

    /// <summary>Turns a record into what users see.</summary>
    public static CataloguedModel Read(ReadOnlySpan<byte> name, CatalogueRecord record)
    {
        string model = Encoding.ASCII.GetString(name);
        string provider = CatalogueProviders.NameOf(record.Provider);
        ReadOnlySpan<byte> window = LineIndex.Line(CatalogueFigures.Windows, s_windowStarts, record.Window);
        int slash = window.IndexOf((byte)'/');
        return new CataloguedModel(model, provider, ReadPrices(model, provider, LineIndex.Line(CatalogueFigures.Prices, s_starts, record.Prices)))
        {
            MaxInputTokens = slash < 1 ? null : (int)FigureText.Whole(window[..slash]),
            MaxOutputTokens = slash < 0 || slash == window.Length - 1 ? null : (int)FigureText.Whole(window[(slash + 1)..]),
        };
    }

    private static ModelPrice[] ReadPrices(string model, string provider, ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
        {
            return [];
        }

        int index = line[0] - 'a';
        ReadOnlySpan<byte> sourceText = LineIndex.Line(CatalogueFigures.Sources, s_sourceStarts, index);
        string source = s_sources[index] ??= Encoding.ASCII.GetString(sourceText);
        DateOnly asOf = DayOf(sourceText);
        line = line[1..];
        List<ModelPrice> prices = [];
        while (!line.IsEmpty)
        {
            DateOnly? from = null;
            if (line[0] == '@')
            {
                long day = FigureText.Whole(line[1..9]);
                from = new DateOnly((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100));
                line = line[10..];
            }

            int end = line.IndexOf((byte)'@');
            ReadOnlySpan<byte> period = end < 0 ? line : line[..end];
            line = line[period.Length..];
            int tiers = period.IndexOf((byte)'>');
            ReadOnlySpan<byte> figures = tiers < 0 ? period : period[..tiers];
            prices.Add(new ModelPrice
            {
                Model = model,
                Provider = provider,
                ValidFrom = from,
                InputPerMillion = FigureText.Next(ref figures).GetValueOrDefault(),
                OutputPerMillion = FigureText.Next(ref figures).GetValueOrDefault(),
                CacheReadPerMillion = FigureText.Next(ref figures),
                CacheWritePerMillion = FigureText.Next(ref figures),
                CacheWriteOneHourPerMillion = FigureText.Next(ref figures),
                Tiers = tiers < 0 ? [] : ReadTiers(period[(tiers + 1)..]),
                Source = source,
                AsOf = asOf,
            });
        }

        return [.. prices];
    }

    private static List<PriceTier> ReadTiers(ReadOnlySpan<byte> text)
    {
        List<PriceTier> tiers = [];
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'>');
            ReadOnlySpan<byte> tier = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            int colon = tier.IndexOf((byte)':');
            ReadOnlySpan<byte> figures = tier[(colon + 1)..];
            tiers.Add(new PriceTier
            {
                AboveInputTokens = FigureText.Whole(tier[..colon]),
                InputPerMillion = FigureText.Next(ref figures),
                OutputPerMillion = FigureText.Next(ref figures),
                CacheReadPerMillion = FigureText.Next(ref figures),
                CacheWritePerMillion = FigureText.Next(ref figures),
                CacheWriteOneHourPerMillion = FigureText.Next(ref figures),
            });
        }

        return tiers;
    }

    /// <summary>A source ends with the day of its copy: <c>litellm 2026-08-06</c>.</summary>
    private static DateOnly DayOf(ReadOnlySpan<byte> source)
    {
        ReadOnlySpan<byte> day = source[^10..];
        return new DateOnly((int)FigureText.Whole(day[..4]), (int)FigureText.Whole(day[5..7]), (int)FigureText.Whole(day[8..]));
    }
}
