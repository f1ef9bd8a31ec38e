using System.Globalization;
using Observe.Policies;
using Observe.Policies.Injection;

namespace Observe;

/// <summary>
/// Looks for texts that try to give a language model other instructions: in the arguments of runs and of calls of language models, and
/// in what retrievals and tools return. Category: <c>prompt-injection-guard</c>.
/// </summary>
/// <remarks>
/// Checked in this order: size, phrases, structure (200 or more base64 characters, 15 or more capital letters or 9 or more of the same
/// of <c>! ? .</c> in a row), classifier; the first that finds something gives the answer. The heuristics find what is known and
/// careless, they prove nothing about the rest. Only what was captured is seen, cut values as far as they were kept: see
/// <see cref="PromptInjectionGuardRules.ActionOnUnscanned"/>. Results that block are not given to the agent; items of streams are.
/// </remarks>
public sealed class PromptInjectionGuardPolicy : IPolicy
{
    private readonly PromptInjectionGuardRules _rules;
    private readonly PromptScan? _heuristics;

    /// <summary>Makes the policy.</summary>
    /// <param name="rules">The rules. Default: the documented ones.</param>
    /// <param name="name">Name in records.</param>
    /// <exception cref="ArgumentException">A rule has a value that makes no sense; the message says which.</exception>
    public PromptInjectionGuardPolicy(PromptInjectionGuardRules? rules = null, string name = "prompt-injection-guard")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _rules = rules ?? new PromptInjectionGuardRules();
        RuleCheck.Action(_rules.ActionOnViolation, nameof(_rules.ActionOnViolation), PolicyAction.Block, PolicyAction.Warn);
        RuleCheck.Action(
            _rules.ActionOnUnscanned, nameof(_rules.ActionOnUnscanned), PolicyAction.Allow, PolicyAction.Warn, PolicyAction.Block);
        RuleCheck.Share(_rules.MinConfidence, nameof(_rules.MinConfidence));
        RuleCheck.AtLeast(1, _rules.MaxPayloadKb, nameof(_rules.MaxPayloadKb));
        if (_rules is { DetectionMode: not PromptInjectionDetection.Heuristic, Classifier: null })
        {
            throw new ArgumentException($"DetectionMode {_rules.DetectionMode} needs a classifier: set Classifier.", nameof(rules));
        }

        Name = name;
        _heuristics = _rules.DetectionMode == PromptInjectionDetection.Classifier ? null : new PromptScan(_rules);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "prompt-injection-guard";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeLlmCall
        | (_rules.ScanIndirect ? PolicyPoints.AfterRetrieval | PolicyPoints.AfterToolCall : PolicyPoints.None);

    private bool Classifies => _rules.DetectionMode != PromptInjectionDetection.Heuristic;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Classifies ? Wait.For(() => EvaluateAsync(context, CancellationToken.None).AsTask()) : Look(context, out _);
    }

    /// <inheritdoc/>
    public async ValueTask<PolicyResult> EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        PolicyResult answer = Look(context, out bool isFound);
        if (!Classifies || isFound || TextOf(ValueOf(context)) is not { Length: > 0 } text)
        {
            return answer;
        }

        double confidence = await _rules.Classifier!(text, cancellationToken).ConfigureAwait(false);
        return confidence < _rules.MinConfidence
            ? answer
            : Violation(context, string.Create(CultureInfo.InvariantCulture, $"was classified as an injection with the confidence {confidence:0.###}"));
    }

    private static RecordedValue ValueOf(PolicyContext context) => context.Phase switch
    {
        PolicyPhase.PostExecution => context.Result,
        PolicyPhase.OnFailure => default,
        _ => context.Arguments,
    };

    private static string TextOf(RecordedValue value) => string.Join('\n', value.Texts());

    private PolicyResult Look(PolicyContext context, out bool isFound)
    {
        isFound = true;
        RecordedValue value = ValueOf(context);
        if (value.IsEmpty)
        {
            isFound = false;
            return PolicyResult.Allow;
        }

        CapturedSize size = CapturedSize.Of(value.Cbor);
        if (_rules.MaxPayloadKb is { } most && size.Bytes > most * 1024L)
        {
            return Violation(context, string.Create(CultureInfo.InvariantCulture, $"has {size.Bytes} bytes, more than {most} kB"));
        }

        if (_heuristics?.Find(value.Cbor) is { } found)
        {
            return Violation(context, $"contains {found}");
        }

        isFound = false;
        return !size.IsCut || _rules.ActionOnUnscanned == PolicyAction.Allow
            ? PolicyResult.Allow
            : new PolicyResult(_rules.ActionOnUnscanned, $"{Subject(context)} was cut when it was captured, so that not all of it was looked at");
    }

    private PolicyResult Violation(PolicyContext context, string what) => new(_rules.ActionOnViolation, $"{Subject(context)} {what}");

    private static string Subject(PolicyContext context) => (context.Phase, context.Kind) switch
    {
        (PolicyPhase.PostExecution, ScopeKind.Retrieval) => "what was retrieved",
        (PolicyPhase.PostExecution, _) => "the result",
        (_, ScopeKind.LlmCall) => "the prompt",
        _ => "the input",
    };
}
