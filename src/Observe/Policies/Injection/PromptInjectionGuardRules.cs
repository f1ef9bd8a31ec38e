namespace Observe;

/// <summary>
/// Rules of a <see cref="PromptInjectionGuardPolicy"/>. Names and defaults of the rules in a file are those of Waxell's category
/// <c>prompt-injection-guard</c> (https://waxell.ai/docs/observe/governance/prompt-injection-guard).
/// </summary>
public sealed record PromptInjectionGuardRules
{
    /// <summary>How injections are found. In a file: <c>detection_mode</c>. Default: by phrases and structure.</summary>
    public PromptInjectionDetection DetectionMode { get; init; }

    /// <summary>
    /// Says how sure it is, from 0 to 1, that a text is an injection. It gets all texts of a call in one, a line for each; a file cannot
    /// name it; its exception is a failure of the policy. Default: none.
    /// </summary>
    public Func<string, CancellationToken, ValueTask<double>>? Classifier { get; init; }

    /// <summary>From which confidence of the classifier on a text counts as an injection; from 0 to 1. In a file: <c>min_confidence</c>. Default: 0.7.</summary>
    public double MinConfidence { get; init; } = 0.7;

    /// <summary>Phrases of one's own, found in whatever case. In a file: <c>blocked_patterns</c>. Default: none.</summary>
    public IReadOnlyList<string> BlockedPatterns { get; init; } = [];

    /// <summary>Whether the built-in phrases are looked for too. In a file: <c>use_built_in_patterns</c>. Default: true.</summary>
    public bool UseBuiltInPatterns { get; init; } = true;

    /// <summary>Most of what is looked at in one call, in units of 1,024 bytes; null: not checked. In a file: <c>max_payload_kb</c>. Default: 64.</summary>
    public int? MaxPayloadKb { get; init; } = 64;

    /// <summary>What happens when an injection is found: <see cref="PolicyAction.Block"/> or <see cref="PolicyAction.Warn"/>. In a file: <c>action_on_violation</c>. Default: block.</summary>
    public PolicyAction ActionOnViolation { get; init; } = PolicyAction.Block;

    /// <summary>
    /// What it means that capturing cut something away, which then nobody has looked at: <see cref="PolicyAction.Allow"/>,
    /// <see cref="PolicyAction.Warn"/> or <see cref="PolicyAction.Block"/>. Larger <see cref="CaptureOptions.MaxStringLength"/> and
    /// <see cref="CaptureOptions.MaxBytes"/> avoid it. In a file: <c>action_on_unscanned</c>. Default: warn.
    /// </summary>
    public PolicyAction ActionOnUnscanned { get; init; } = PolicyAction.Warn;

    /// <summary>Whether results of retrievals and tools are looked at, before the agent gets them. In a file: <c>scan_indirect</c>. Default: true.</summary>
    public bool ScanIndirect { get; init; } = true;

    /// <summary>Reads the rules of a policy file, for a category of one's own that adds a classifier; see <see cref="PolicyOptions.AddCategory"/>.</summary>
    /// <param name="rules">The rules in the file.</param>
    /// <param name="classifier">See <see cref="Classifier"/>; without one, a <c>detection_mode</c> that needs it is an error.</param>
    /// <exception cref="PolicyFileException">A rule is wrong.</exception>
    public static PromptInjectionGuardRules Read(PolicyRules rules, Func<string, CancellationToken, ValueTask<double>>? classifier = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        PromptInjectionDetection mode = rules.Word("detection_mode", "heuristic", "heuristic", "classifier", "heuristic_plus_classifier") switch
        {
            "classifier" => PromptInjectionDetection.Classifier,
            "heuristic_plus_classifier" => PromptInjectionDetection.HeuristicPlusClassifier,
            _ => PromptInjectionDetection.Heuristic,
        };
        return mode != PromptInjectionDetection.Heuristic && classifier is null
            ? throw rules.Wrong(
                "detection_mode",
                "needs a classifier, which only code can give: add a category with AddCategory that calls PromptInjectionGuardRules.Read with one")
            : new PromptInjectionGuardRules
            {
                DetectionMode = mode,
                Classifier = classifier,
                MinConfidence = (double)(rules.Number("min_confidence", 0.7m, 0m, 1m) ?? 0.7m),
                BlockedPatterns = rules.Texts("blocked_patterns"),
                UseBuiltInPatterns = rules.Boolean("use_built_in_patterns", true),
                MaxPayloadKb = rules.Integer("max_payload_kb", 64, minimum: 1),
                ActionOnViolation = rules.Action("action_on_violation", PolicyAction.Block, PolicyAction.Block, PolicyAction.Warn),
                ActionOnUnscanned = rules.Action(
                    "action_on_unscanned", PolicyAction.Warn, PolicyAction.Allow, PolicyAction.Warn, PolicyAction.Block),
                ScanIndirect = rules.Boolean("scan_indirect", true),
            };
    }
}
