using System.Globalization;
using Observe.Policies;

namespace Observe;

/// <summary>
/// Lets named operations, session starts and runs that cost much go on only when somebody has approved: it blocks, and so the
/// <see cref="IApprovalHandler"/> of the run or observer is asked. Category: <c>approval</c>.
/// </summary>
/// <remarks>
/// Its answer carries the metadata <c>action_type</c>, <c>approvers</c>, <c>timeout_minutes</c> and <c>action_on_timeout</c>. An
/// approval of a named operation is good for that one call. Afterwards it warns, for the audit, when such an operation ran and when a
/// run cost more than the threshold.
/// </remarks>
public sealed class ApprovalPolicy : IPolicy, IApprovalListener
{
    private readonly ApprovalRules _rules;
    private readonly NamePatterns _names;
    private readonly SessionStarts? _sessions;
    private readonly CostApprovals? _costs;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public ApprovalPolicy(ApprovalRules? rules = null, string name = "approval")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new ApprovalRules();
        RuleCheck.Action(_rules.ActionOnTimeout, nameof(_rules.ActionOnTimeout), PolicyAction.Block, PolicyAction.Warn);
        RuleCheck.AtLeast(0, _rules.CostThreshold, nameof(_rules.CostThreshold));
        ApprovalMetadata.Check(_rules.Approvers, _rules.Timeout);
        Name = name;
        _names = new NamePatterns(_rules.RequireApprovalFor, nameof(_rules.RequireApprovalFor), ignoreCase: true);
        foreach (string operation in _rules.RequireApprovalFor)
        {
            if (operation == ApprovalRules.SessionStart)
            {
                _sessions = new SessionStarts();
            }
        }

        _costs = _rules.CostThreshold is { } threshold ? new CostApprovals(threshold) : null;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "approval";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points =>
        PolicyPoints.BeforeRun | PolicyPoints.BeforeStep | PolicyPoints.BeforeToolCall | PolicyPoints.BeforeLlmCall | PolicyPoints.Checkpoint
        | PolicyPoints.AfterRun | PolicyPoints.AfterStep | PolicyPoints.AfterToolCall;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsBefore)
        {
            return Audit(context);
        }

        if ((context.Point & PolicyPoints.BeforeRun) != 0)
        {
            if (_sessions is not null && !_sessions.HasStarted(context.Run))
            {
                return Ask("the first run of a session needs approval", ApprovalRules.SessionStart);
            }
        }
        else
        {
            // A run of the session is going on, so it has been let in.
            _sessions?.Start(context.Run);
            if (_costs is not null && !_costs.IsApproved(context))
            {
                return Ask(CostReason(context), "cost");
            }
        }

        return MatchOf(context) is { } operation && !IsLowRisk(context) ? Ask($"\"{operation}\" needs approval", operation) : PolicyResult.Allow;
    }

    void IApprovalListener.OnApproved(PolicyContext context)
    {
        _sessions?.Start(context.Run);
        _costs?.Approve(context);
    }

    private PolicyResult Audit(PolicyContext context)
    {
        if (context.Kind == ScopeKind.Run && context.Usage.CostUsd > _rules.CostThreshold)
        {
            return PolicyResult.Warn(CostReason(context));
        }

        return MatchOf(context) is { } operation ? PolicyResult.Warn($"\"{operation}\" ran; it is one that needs approval") : PolicyResult.Allow;
    }

    private PolicyResult Ask(string reason, string actionType) =>
        ApprovalMetadata.Block(reason, actionType, _rules.Approvers, _rules.Timeout, _rules.ActionOnTimeout);

    private string CostReason(PolicyContext context) => string.Create(
        CultureInfo.InvariantCulture,
        $"the run has cost {context.Usage.CostUsd:0.00####} USD, more than {_rules.CostThreshold:0.00####} USD need approval");

    /// <summary>What of the operation is on the list, or null.</summary>
    private string? MatchOf(PolicyContext context)
    {
        // A check by hand that names nothing is about the run that is going on: that was asked before it began.
        if (context.Kind == ScopeKind.Run)
        {
            return (context.Point & PolicyPoints.Checkpoint) != 0 ? null
                : _names.Contain(context.Name) ? context.Name
                : _names.Contain(context.Run.Workflow) ? context.Run.Workflow
                : null;
        }

        return context.Kind is not (ScopeKind.Step or ScopeKind.ToolCall) ? null
            : _names.Contain(context.Name) ? context.Name
            : context.ToolType is { } type && _names.Contain(type) ? type
            : null;
    }

    private bool IsLowRisk(PolicyContext context) =>
        _rules.AutoApproveBelowRisk is { } limit && RiskWord.Read(context.Facts.Tag("risk")) <= limit;
}
