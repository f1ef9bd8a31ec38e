using System.Globalization;
using Observe.Catalogue.Merging;

namespace Observe.Catalogue.Writing;

/// <summary>
/// A price list as text: <c>a</c> or <c>b</c> for the source, then <c>input/output/cache read/cache write/cache write for one hour</c>
/// without what is missing at the end, <c>&gt;threshold:</c> before a tier, <c>@yyyymmdd:</c> before a price that holds from a day on.
/// </summary>
internal static class PriceText
{
    public static string Of(PriceList list) => (list.Source == PriceSource.Litellm ? "a" : "b") + string.Concat(list.Periods.Select(Of));

    private static string Of(Period period) =>
        (period.From is { } from ? $"@{from:yyyyMMdd}:" : "") + Of(period.Base) +
        string.Concat(period.Tiers.OrderBy(tier => tier.Above).Select(tier => $">{tier.Above}:{Of(tier.Price)}"));

    private static string Of(Price price) =>
        string.Join('/', new[] { price.Input, price.Output, price.CacheRead, price.CacheWrite, price.CacheWriteOneHour }.Select(Of)).TrimEnd('/');

    private static string Of(decimal? figure) => figure?.ToString("#.############", CultureInfo.InvariantCulture) switch
    {
        null => "",
        "" => "0",
        { } text => text,
    };
}
