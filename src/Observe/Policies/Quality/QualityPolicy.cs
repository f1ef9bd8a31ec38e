using System.Globalization;
using System.Text.Json;
using Observe.Policies;
using Observe.Policies.Schemas;

namespace Observe;

/// <summary>
/// Looks at the output of a run that has returned; put on the method of a scope by an attribute, at the output of that scope: beside
/// <see cref="RetryAttribute"/> it is called again with the feedback (<see cref="RetryAttempt"/>). Category: <c>quality</c>.
/// </summary>
/// <remarks>
/// Every check is made, those by a judge only as long as none blocks; the most severe failure gives the action, its reason names all. A
/// retry carries what to tell the next attempt in <see cref="PolicyResult.Feedback"/> and the metadata <c>max_retries</c>. The output
/// is the captured result: what capturing cut away is not seen, and where results are not captured the policy warns that it saw nothing.
/// </remarks>
public sealed class QualityPolicy : IPolicy
{
    private readonly QualityRules _rules;
    private readonly QualityProbe[] _probes;
    private readonly JsonSchema? _schema;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones, which check nothing.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public QualityPolicy(QualityRules? rules = null, string name = "quality")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new QualityRules();
        RuleCheck.Action(_rules.JsonOutputAction, nameof(_rules.JsonOutputAction), PolicyAction.Warn, PolicyAction.Block, PolicyAction.Retry);
        RuleCheck.AtLeast(0, _rules.MaxRetries, nameof(_rules.MaxRetries));
        ArgumentNullException.ThrowIfNull(_rules.FeedbackTemplate, nameof(rules));
        Name = name;
        _probes = new QualityProbe[_rules.TemplateChecks.Count];
        for (int i = 0; i < _probes.Length; i++)
        {
            _probes[i] = new QualityProbe(_rules.TemplateChecks[i]);
        }

        CheckJudge(_rules);
        _schema = _rules is { ValidateJsonOutput: true, OutputSchema.ValueKind: not JsonValueKind.Undefined } ? JsonSchema.Read(_rules.OutputSchema) : null;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "quality";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.AfterRun | PolicyPoints.AfterScope;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsGuardedCall)
        {
            return PolicyResult.Allow;
        }

        return _rules.JudgeChecks.Count == 0
            ? CheckTemplates(context).Answer(_rules, context.Attempt)
            : Wait.For(() => EvaluateAsync(context, CancellationToken.None).AsTask());
    }

    /// <inheritdoc/>
    public async ValueTask<PolicyResult> EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsGuardedCall)
        {
            return PolicyResult.Allow;
        }

        QualityFindings findings = CheckTemplates(context);
        if (!findings.HasOutput)
        {
            return findings.Answer(_rules, context.Attempt);
        }

        foreach (QualityJudgeCheck check in _rules.JudgeChecks)
        {
            if (findings.Action == PolicyAction.Block)
            {
                break;
            }

            double score = await _rules.Judge!(QuestionOf(check, context), cancellationToken).ConfigureAwait(false);
            if (!(score >= check.Threshold))
            {
                findings.Add(check.Action, string.Create(
                    CultureInfo.InvariantCulture, $"\"{check.Criteria}\" was scored {score:0.###}, less than {check.Threshold:0.###}"));
            }
        }

        return findings.Answer(_rules, context.Attempt);
    }

    private static void CheckJudge(QualityRules rules)
    {
        foreach (QualityJudgeCheck check in rules.JudgeChecks)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(check.Criteria, nameof(rules));
            RuleCheck.Action(check.Action, $"The action of \"{check.Criteria}\"", PolicyAction.Warn, PolicyAction.Block, PolicyAction.Retry);
            RuleCheck.Share(check.Threshold, $"The threshold of \"{check.Criteria}\"");
        }

        if (rules is { JudgeChecks.Count: > 0, Judge: null })
        {
            throw new ArgumentException("JudgeChecks need somebody to judge: set Judge.", nameof(rules));
        }
    }

    private static string OutputOf(PolicyContext context) => context.Result.GetText("") ?? context.Result.ToJson();

    private static QualityCheck QuestionOf(QualityJudgeCheck check, PolicyContext context) => new()
    {
        Criteria = check.Criteria,
        Model = check.Model,
        Threshold = check.Threshold,
        Agent = context.Run.Agent,
        Input = context.Arguments.ToJson(),
        Output = OutputOf(context),
    };

    private QualityFindings CheckTemplates(PolicyContext context)
    {
        QualityFindings findings = new() { HasOutput = context is { Phase: PolicyPhase.PostExecution, Result.IsEmpty: false } };
        if (!findings.HasOutput)
        {
            if (context.Phase == PolicyPhase.PostExecution && (_probes.Length > 0 || _rules.ValidateJsonOutput || _rules.JudgeChecks.Count > 0))
            {
                findings.Add(PolicyAction.Warn, "no result was captured, so its quality was not checked");
            }

            return findings;
        }

        if (_probes.Length == 0 && !_rules.ValidateJsonOutput)
        {
            return findings;
        }

        string output = OutputOf(context);
        foreach (QualityProbe probe in _probes)
        {
            findings.Add(probe.Action, probe.Violation(output));
        }

        if (_rules.ValidateJsonOutput)
        {
            findings.Add(_rules.JsonOutputAction, QualityProbe.JsonViolation(output, _schema));
        }

        return findings;
    }
}
