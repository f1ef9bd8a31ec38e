using System.Globalization;

namespace Observe.Policies.RateLimits;

/// <summary>Which limit a call would go beyond.</summary>
/// <param name="Calls">Calls with this one; 0 when no limit is exceeded.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Where">Where the limit counts, for people.</param>
/// <param name="RetryAfter">When the next call fits; null when nobody knows.</param>
internal readonly record struct RateExcess(long Calls, int Limit, string Where, TimeSpan? RetryAfter)
{
    public bool IsNone => Calls == 0;

    public string Reason => string.Create(CultureInfo.InvariantCulture, $"{Calls} of {Limit} calls {Where}");
}
