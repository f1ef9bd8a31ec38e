using System.Globalization;
using Observe.Policies.Kill;

namespace Observe;

/// <summary>
/// Stops everything when too many runs fail, or when somebody says so. Category <c>kill</c>; asked before a run, told of its end.
/// </summary>
/// <remarks>
/// All runs that the policy guards count together: add one policy for each agent to keep them apart. Runs that were cancelled, and
/// those that a policy stopped, are neither successes nor failures. The window moves on in sixtieths of its length. While runs are
/// blocked nothing is counted; runs that go on already are left alone.
/// </remarks>
public sealed class KillPolicy : IPolicy
{
    private readonly KillRules _rules;
    private readonly object _gate = new();
    private readonly OutcomeWindow _outcomes;
    private volatile Stop? _stop;

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">When to stop.</param>
    /// <param name="name">Name in records and messages. Default: <c>kill</c>.</param>
    /// <exception cref="ArgumentException">A rule is out of range; the message says which.</exception>
    public KillPolicy(KillRules rules, string name = "kill")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        rules.Validate();
        _rules = rules;
        _outcomes = new OutcomeWindow(TimeSpan.FromMinutes(rules.ErrorWindowMinutes));
        _stop = rules.Tripped ? new Stop("the kill switch is on", DateTimeOffset.MaxValue) : null;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "kill";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => _rules.Enabled ? PolicyPoints.BeforeRun | PolicyPoints.AfterRun : PolicyPoints.BeforeRun;

    /// <summary>Whether runs are blocked, unless the time to let them in again has come.</summary>
    public bool IsTripped => _stop is not null;

    /// <summary>Blocks every run from now on, until <see cref="Reset"/>.</summary>
    /// <param name="reason">Why, for people: it stands in records and messages.</param>
    public void Trip(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        lock (_gate)
        {
            _stop = new Stop(reason, DateTimeOffset.MaxValue);
        }
    }

    /// <summary>Lets runs in again, with all counts at zero.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _outcomes.Clear();
            _stop = null;
        }
    }

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.IsBefore)
        {
            return _stop is { } stop ? Answer(stop, context.TimeProvider.GetUtcNow()) : PolicyResult.Allow;
        }

        if (_stop is null && context.Error is not (OperationCanceledException or PolicyViolationException))
        {
            Count(context.Error is not null || context.Phase == PolicyPhase.OnFailure, context.TimeProvider.GetUtcNow());
        }

        return PolicyResult.Allow;
    }

    private PolicyResult Answer(Stop stop, DateTimeOffset now)
    {
        if (now < stop.Until)
        {
            return PolicyResult.Block(stop.Reason);
        }

        lock (_gate)
        {
            if (ReferenceEquals(_stop, stop))
            {
                _outcomes.Clear();
                _stop = null;
            }
        }

        return _stop is { } newer ? PolicyResult.Block(newer.Reason) : PolicyResult.Allow;
    }

    private void Count(bool isError, DateTimeOffset now)
    {
        lock (_gate)
        {
            _outcomes.Add(now, isError);
            if (_stop is null && _outcomes.All >= _rules.MinSamples && _outcomes.Errors >= _rules.KillOnErrorRate * _outcomes.All)
            {
                _stop = new Stop(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{_outcomes.Errors} of {_outcomes.All} runs failed within {_rules.ErrorWindowMinutes} minutes"),
                    _rules.AutoRecoverAfterMinutes is { } minutes ? now.AddMinutes(minutes) : DateTimeOffset.MaxValue);
            }
        }
    }

    private sealed record Stop(string Reason, DateTimeOffset Until);
}
