using System.Globalization;
using Observe.Policies;

namespace Observe;

/// <summary>
/// Limits how many runs and tool calls are made for one customer in a window of time, by the tightest of
/// <see cref="EndUser.RequestsPerMinute"/> and the limits of the customer's groups. Category: <c>end-user-rate-limit</c>.
/// </summary>
/// <remarks>
/// The limit is scaled to the window and rounded down, but a limit above 0 admits at least one call a window: with 10 a minute a window
/// of 30 seconds admits 5, one of 1 second admits 1. Windows begin at whole multiples of their length since 1970, UTC: around such a
/// moment up to twice the limit is admitted within one length. Child runs count as runs. Calls that are refused do not count; a call
/// that another policy refuses afterwards does. A run without <see cref="RunContext.EndUserId"/>, an unknown customer and one without
/// any limit pass.
/// </remarks>
public sealed class EndUserRateLimitPolicy : IPolicy
{
    private readonly EndUserRateLimitRules _rules;
    private EndUserWindow _window = new(long.MinValue);

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public EndUserRateLimitPolicy(EndUserRateLimitRules? rules = null, string name = "end-user-rate-limit")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new EndUserRateLimitRules();
        RuleCheck.Action(
            _rules.ActionOnExceed, nameof(_rules.ActionOnExceed), PolicyAction.Throttle, PolicyAction.Block, PolicyAction.Warn);
        RuleCheck.Between(1, _rules.WindowSeconds, 86_400, nameof(_rules.WindowSeconds));
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "end-user-rate-limit";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeToolCall;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_rules.Enabled || context.EndUser is not { } user || TightestOf(user) is not { } perMinute)
        {
            return PolicyResult.Allow;
        }

        long limit = perMinute <= 0 ? 0 : Math.Max(1, (long)perMinute * _rules.WindowSeconds / 60);
        DateTimeOffset now = context.TimeProvider.GetUtcNow();
        bool counts = _rules.ActionOnExceed == PolicyAction.Warn;
        long calls = WindowAt(now).Count(user.Id, limit, counts);
        return calls <= limit ? PolicyResult.Allow : Refuse(calls, limit, now);
    }

    /// <summary>The smallest limit of the customer and all groups; null when there is none.</summary>
    private static int? TightestOf(EndUser user)
    {
        int? tightest = user.RequestsPerMinute;
        if (user.Groups is Dictionary<string, int?> groups)
        {
            // Enumerated as what it is, it needs no enumerator on the heap.
            foreach (KeyValuePair<string, int?> group in groups)
            {
                tightest = TighterOf(tightest, group.Value);
            }
        }
        else if (user.Groups is { Count: > 0 })
        {
            foreach (KeyValuePair<string, int?> group in user.Groups)
            {
                tightest = TighterOf(tightest, group.Value);
            }
        }

        return tightest;
    }

    private static int? TighterOf(int? one, int? other) => one is null || other < one ? other : one;

    /// <summary>The counts of the window that a moment lies in. Those of windows that are over are forgotten with their customers.</summary>
    private EndUserWindow WindowAt(DateTimeOffset now)
    {
        long index = now.ToUnixTimeSeconds() / _rules.WindowSeconds;
        EndUserWindow window = Volatile.Read(ref _window);

        // A thread that read the clock just before the window ended must not bring the old one back.
        while (window.Index != index && window.Index != index + 1)
        {
            EndUserWindow seen = Interlocked.CompareExchange(ref _window, new EndUserWindow(index), window);
            window = ReferenceEquals(seen, window) ? Volatile.Read(ref _window) : seen;
        }

        return window;
    }

    private PolicyResult Refuse(long calls, long limit, DateTimeOffset now)
    {
        long length = _rules.WindowSeconds;
        TimeSpan left = TimeSpan.FromSeconds(length) - TimeSpan.FromTicks((now - DateTimeOffset.UnixEpoch).Ticks % TimeSpan.FromSeconds(length).Ticks);
        string reason = string.Create(
            CultureInfo.InvariantCulture, $"call {calls} of {limit} for this end user in a window of {length} seconds");
        return new PolicyResult(_rules.ActionOnExceed, reason) { RetryAfter = left };
    }
}
