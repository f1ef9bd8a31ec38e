namespace Observe;

/// <summary>Limits how often, and how many times at once, the method runs. See <see cref="PolicyAttribute"/> for where it applies.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RateLimitAttribute : Attribute
{
    /// <summary>Most calls in a minute. Default: 0, no limit.</summary>
    public int MaxPerMinute { get; set; }

    /// <summary>Most calls in an hour. Default: 0, no limit.</summary>
    public int MaxPerHour { get; set; }

    /// <summary>Most calls in a day. Default: 0, no limit.</summary>
    public int MaxPerDay { get; set; }

    /// <summary>Most calls at the same time. Default: 0, no limit.</summary>
    public int MaxConcurrent { get; set; }

    /// <summary>What happens beyond the limit: <see cref="PolicyAction.Throttle"/>, <see cref="PolicyAction.Block"/> or <see cref="PolicyAction.Warn"/>. Default: throttle.</summary>
    public PolicyAction OnExceed { get; set; } = PolicyAction.Throttle;
}
