using System.Globalization;
using System.Runtime.CompilerServices;
using Observe.Policies;
using Observe.Policies.Delegations;
using Observe.Recording;

namespace Observe;

/// <summary>
/// Says which agents a run may give work to. Category <c>delegation</c>. A delegate is a run within a run: it is asked before that, and
/// blocks; of delegations that are recorded by hand (<see cref="RunContext.RecordDelegation"/>) at checks within the run; after a run it
/// only warns.
/// </summary>
public sealed class DelegationPolicy : IPolicy
{
    private readonly DelegationRules _rules;
    private readonly NamePatterns _allowed;
    private readonly NamePatterns _blocked;

    // Runs that are gone take their slots with them.
    private readonly ConditionalWeakTable<RunRecorder, DelegateSlots> _slots = [];

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">Which agents, and how deep.</param>
    /// <param name="name">Name in records and messages. Default: <c>delegation</c>.</param>
    /// <exception cref="ArgumentException">A rule is wrong; the message says which.</exception>
    public DelegationPolicy(DelegationRules rules, string name = "delegation")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        rules.Validate();
        _rules = rules;
        _allowed = new NamePatterns(rules.AllowedDelegates, nameof(rules.AllowedDelegates));
        _blocked = new NamePatterns(rules.BlockedDelegates, nameof(rules.BlockedDelegates));
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "delegation";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => _rules.InheritPolicies
        ? PolicyPoints.BeforeRun | PolicyPoints.Checkpoint | PolicyPoints.AfterRun
        : PolicyPoints.BeforeRun | PolicyPoints.Checkpoint;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Point switch
        {
            PolicyPoints.BeforeRun => context.Usage.Depth is > 0 and int depth ? BeforeDelegate(context, depth) : PolicyResult.Allow,
            PolicyPoints.Checkpoint => Reported(context.Facts.Delegations),
            _ => AfterRun(context.Facts.Delegations.Count),
        };
    }

    private static PolicyResult AfterRun(int reported) => reported == 0
        ? PolicyResult.Allow
        : PolicyResult.Warn(string.Create(
            CultureInfo.InvariantCulture, $"{reported} delegations were only reported: no policy of this process guarded them"));

    private PolicyResult Reported(IReadOnlyList<Delegation> delegations)
    {
        foreach (Delegation delegation in delegations)
        {
            if (Refusal(delegation.Agent) is { } refusal)
            {
                return PolicyResult.Block(refusal);
            }
        }

        return PolicyResult.Allow;
    }

    private PolicyResult BeforeDelegate(PolicyContext context, int depth)
    {
        if (depth > _rules.MaxDelegationDepth)
        {
            return PolicyResult.Block(string.Create(
                CultureInfo.InvariantCulture, $"delegation depth is {depth}; at most {_rules.MaxDelegationDepth} is allowed"));
        }

        string agent = context.Run.Agent;
        if (Refusal(agent) is { } refusal)
        {
            return PolicyResult.Block(refusal);
        }

        if (_rules.MaxConcurrentDelegates is { } most && ParentOf(context.Run) is { } parent)
        {
            DelegateSlots slots = _slots.GetValue(parent, static _ => new DelegateSlots());
            if (!slots.TryTake(most))
            {
                return PolicyResult.Block(string.Create(
                    CultureInfo.InvariantCulture, $"{most} delegates of the run go on already; at most {most} are allowed"));
            }

            context.Hold(slots);
        }

        return _rules.RequireApproval
            ? ApprovalMetadata.Block($"delegate \"{agent}\" needs approval", agent, [], TimeSpan.FromMinutes(30), PolicyAction.Block)
            : PolicyResult.Allow;
    }

    private static RunRecorder? ParentOf(RunContext run)
    {
        Meter? outer = run.Recorder?.Outer;
        while (outer is not null and not RunRecorder)
        {
            outer = outer.Outer; // a guarded call within the parent
        }

        return outer as RunRecorder;
    }

    private string? Refusal(string agent)
    {
        if (_blocked.Contain(agent))
        {
            return $"delegate \"{agent}\" is blocked";
        }

        return _allowed.IsEmpty || _allowed.Contain(agent) ? null : $"delegate \"{agent}\" is not among the allowed ones";
    }
}
