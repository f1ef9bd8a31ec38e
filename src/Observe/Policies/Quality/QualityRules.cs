using System.Text.Json;
using Observe.Policies;

namespace Observe;

/// <summary>
/// Rules of a <see cref="QualityPolicy"/>. Names and defaults of the rules in a file are those of Waxell's category <c>quality</c>
/// (https://waxell.ai/docs/observe/governance/quality).
/// </summary>
public sealed record QualityRules
{
    /// <summary>Checks by fixed rules. In a file: <c>template_checks</c>. Default: none.</summary>
    public IReadOnlyList<QualityTemplateCheck> TemplateChecks { get; init; } = [];

    /// <summary>Checks by <see cref="Judge"/>. In a file: <c>llm_checks</c>. Default: none.</summary>
    public IReadOnlyList<QualityJudgeCheck> JudgeChecks { get; init; } = [];

    /// <summary>
    /// Gives an output a score from 0 to 1; a file cannot name it. It is called once for each of <see cref="JudgeChecks"/> until a check
    /// blocks; its exception is a failure of the policy. Default: none.
    /// </summary>
    public Func<QualityCheck, CancellationToken, ValueTask<double>>? Judge { get; init; }

    /// <summary>Whether the output must be JSON, and fit <see cref="OutputSchema"/>. In a file: <c>validate_json_output</c>. Default: false.</summary>
    public bool ValidateJsonOutput { get; init; }

    /// <summary>Schema for <see cref="ValidateJsonOutput"/>. In a file: <c>output_schema</c>. Default: none, any JSON.</summary>
    public JsonElement OutputSchema { get; init; }

    /// <summary>
    /// What output that is no JSON, or does not fit, means: <see cref="PolicyAction.Warn"/>, <see cref="PolicyAction.Block"/> (word in
    /// files: <c>error</c>) or <see cref="PolicyAction.Retry"/>. In a file: <c>json_output_action</c>. Default: block.
    /// </summary>
    public PolicyAction JsonOutputAction { get; init; } = PolicyAction.Block;

    /// <summary>
    /// How many further attempts a check with <see cref="PolicyAction.Retry"/> asks for; the one that fails after the last blocks. In a
    /// file: <c>retry_config.max_retries</c>. Default: 2.
    /// </summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>What to tell the next attempt; <c>{reason}</c> stands for what failed. In a file: <c>retry_config.feedback_template</c>.</summary>
    public string FeedbackTemplate { get; init; } = "The last answer was not good enough: {reason}. Please answer again and correct this.";

    /// <summary>For information: kept and not checked. In a file: <c>min_confidence_score</c>. Default: null.</summary>
    public double? MinConfidenceScore { get; init; }

    /// <summary>For information: kept and not checked. In a file: <c>require_sources</c>. Default: false.</summary>
    public bool RequireSources { get; init; }

    /// <summary>For information: kept and not checked. In a file: <c>max_hallucination_score</c>. Default: null.</summary>
    public double? MaxHallucinationScore { get; init; }

    /// <summary>Reads the rules of a policy file, for a category of one's own that adds a judge; see <see cref="PolicyOptions.AddCategory"/>.</summary>
    /// <param name="rules">The rules in the file.</param>
    /// <param name="judge">See <see cref="Judge"/>; without one <c>llm_checks</c> are an error.</param>
    /// <exception cref="PolicyFileException">A rule is wrong.</exception>
    public static QualityRules Read(PolicyRules rules, Func<QualityCheck, CancellationToken, ValueTask<double>>? judge = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return QualityRulesReader.Read(rules, judge);
    }
}
