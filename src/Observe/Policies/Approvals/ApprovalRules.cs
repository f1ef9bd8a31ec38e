using Observe.Policies;

namespace Observe;

/// <summary>
/// Rules of an <see cref="ApprovalPolicy"/>. Names and defaults of the rules in a file are those of Waxell's category
/// <c>approval</c> (https://waxell.ai/docs/observe/governance/approval).
/// </summary>
public sealed record ApprovalRules
{
    internal const double MaxTimeoutMinutes = 7 * 24 * 60;

    /// <summary>The name in <see cref="RequireApprovalFor"/> that stands for the first run of each session.</summary>
    public const string SessionStart = "session-start";

    /// <summary>
    /// What needs approval: agents, workflows, steps, tools, kinds of tools, and <see cref="SessionStart"/>. Compared without regard
    /// to case; <c>*</c> stands for any characters. In a file: <c>require_approval_for</c>. Default: <c>deploy</c>, <c>delete</c>, <c>payment</c>.
    /// </summary>
    public IReadOnlyList<string> RequireApprovalFor { get; init; } = ["deploy", "delete", "payment"];

    /// <summary>
    /// Cost of a run in US dollars above which each further step, tool call and call of a language model needs approval; an approval
    /// is good until the cost exceeds the next multiple. Null: not checked. In a file: <c>cost_threshold</c>. Default: 100.
    /// </summary>
    public decimal? CostThreshold { get; init; } = 100m;

    /// <summary>Who may decide: names or mail addresses without commas, for the handler. In a file: <c>approvers</c>. Default: whoever the handler asks.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    /// <summary>How long to wait for the answer; more than zero and at most 7 days. In a file: <c>timeout_minutes</c>. Default: 30 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// What no answer in time means: <see cref="PolicyAction.Block"/>, or <see cref="PolicyAction.Warn"/>: the call runs. It says
    /// nothing about a denial. In a file: <c>action_on_timeout</c>. Default: block.
    /// </summary>
    public PolicyAction ActionOnTimeout { get; init; } = PolicyAction.Block;

    /// <summary>
    /// A named operation in a run whose tag <c>risk</c> says this level or a lower one runs without asking. A run without that tag, or
    /// with another word in it, is never approved this way, nor is a session start or a cost. Arguments of calls are not looked at:
    /// a model may have chosen them. Null: nothing is approved this way. In a file: <c>auto_approve_below_risk</c>. Default: low.
    /// </summary>
    public RiskLevel? AutoApproveBelowRisk { get; init; } = RiskLevel.Low;

    internal static ApprovalRules Read(PolicyRules rules) => new()
    {
        RequireApprovalFor = rules.Has("require_approval_for") ? rules.Texts("require_approval_for") : new ApprovalRules().RequireApprovalFor,
        CostThreshold = rules.Number("cost_threshold", 100m, minimum: 0m),
        Approvers = rules.Texts("approvers"),
        Timeout = ReadTimeout(rules),
        ActionOnTimeout = rules.Action("action_on_timeout", PolicyAction.Block, PolicyAction.Block, PolicyAction.Warn),
        AutoApproveBelowRisk = rules.Text("auto_approve_below_risk", "low") is { } word ? RiskOf(rules, word) : null,
    };

    private static TimeSpan ReadTimeout(PolicyRules rules)
    {
        double minutes = (double)(rules.Number("timeout_minutes", 30m, minimum: 0m, maximum: (decimal)MaxTimeoutMinutes) ?? 30m);
        return minutes > 0 ? TimeSpan.FromMinutes(minutes) : throw rules.Wrong("timeout_minutes", "must be more than 0");
    }

    private static RiskLevel RiskOf(PolicyRules rules, string word) =>
        RiskWord.Read(word) ?? throw rules.Wrong("auto_approve_below_risk", $"\"{word}\" must be one of none, low, medium, high, critical");
}
