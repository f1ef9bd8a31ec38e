namespace Observe.CompilerServices;

public static partial class DeclaredPolicies
{
    /// <summary>The policy of a <see cref="RateLimitAttribute"/>; 0 is no limit.</summary>
    /// <param name="method">The method that carries the attribute, for messages.</param>
    /// <param name="maxPerMinute">Most calls in a minute.</param>
    /// <param name="maxPerHour">Most calls in an hour.</param>
    /// <param name="maxPerDay">Most calls in a day.</param>
    /// <param name="maxConcurrent">Most calls at the same time.</param>
    /// <param name="onExceed">What happens beyond a limit.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static IPolicy RateLimit(string method, int maxPerMinute, int maxPerHour, int maxPerDay, int maxConcurrent, PolicyAction onExceed)
    {
        RateLimitRules rules = new()
        {
            MaxPerMinute = Limit(maxPerMinute),
            MaxPerHour = Limit(maxPerHour),
            MaxPerDay = Limit(maxPerDay),
            MaxConcurrent = Limit(maxConcurrent),
            OnExceed = onExceed,
            Per = RateLimitKey.All,
        };
        try
        {
            return new RateLimitPolicy(rules, "RateLimit", isDeclared: true);
        }
        catch (ArgumentException wrong)
        {
            throw new ArgumentException($"[RateLimit] on {method}: {wrong.Message}", wrong);
        }

        static int? Limit(int value) => value == 0 ? null : value;
    }
}
