using Observe.Policies.RateLimits;

namespace Observe;

/// <summary>
/// Limits how often runs begin and how many go on at once. Category <c>rate-limit</c>; asked before a run.
/// </summary>
/// <remarks>
/// Minutes, hours and days are those of the clock (UTC), so that up to twice the limit may begin around the turn of one; where that
/// matters, add <see cref="RateLimitRules.BurstLimit"/>: it looks back from each call. A call that is refused is not counted; one
/// that passes here and is then blocked by another policy is. A slot of <see cref="RateLimitRules.MaxConcurrent"/> is given back when
/// the run ends, in whatever way. Limits hold within the process and begin anew with it.
/// </remarks>
public sealed class RateLimitPolicy : IPolicy
{
    private readonly RateLimitRules _rules;
    private readonly RateAccounts _accounts;
    private readonly bool _isDeclared;

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">The limits.</param>
    /// <param name="name">Name in records and messages. Default: <c>rate-limit</c>.</param>
    /// <exception cref="ArgumentException">A limit is out of range; the message says which.</exception>
    public RateLimitPolicy(RateLimitRules rules, string name = "rate-limit")
        : this(rules, name, isDeclared: false)
    {
    }

    /// <summary>A policy of an attribute: it counts the calls of the method that carries it, and nothing inside them.</summary>
    internal RateLimitPolicy(RateLimitRules rules, string name, bool isDeclared)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        rules.Validate();
        _rules = rules;
        _accounts = new RateAccounts(rules);
        _isDeclared = isDeclared;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "rate-limit";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => _isDeclared ? PolicyPoints.BeforeRun | PolicyPoints.BeforeScope : PolicyPoints.BeforeRun;

    /// <summary>How many accounts are in memory.</summary>
    internal int Accounts => _accounts.Count;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_isDeclared && !context.IsGuardedCall)
        {
            return PolicyResult.Allow;
        }

        RateKey key = RateKey.Of(_rules.Per, context.Run);
        DateTimeOffset now = context.TimeProvider.GetUtcNow();
        RateExcess excess;
        RateAccount account;
        do
        {
            account = _accounts.Of(key, now);
        }
        while (!account.TryEnter(context.TimeProvider, now, out excess));

        if (excess.IsNone || _rules.OnExceed == PolicyAction.Warn)
        {
            context.Hold(account);
        }

        return excess.IsNone
            ? PolicyResult.Allow
            : new PolicyResult(_rules.OnExceed, excess.Reason) { RetryAfter = excess.RetryAfter };
    }
}
