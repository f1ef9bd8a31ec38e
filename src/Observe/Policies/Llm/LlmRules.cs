using System.Text.Json;
using Observe.Policies;

namespace Observe;

/// <summary>Which language models may be called, and how much of them a run may use.</summary>
/// <remarks>
/// A model in a list stands for itself and its versions: <c>gpt-4o</c> also for <c>gpt-4o-2024-08-06</c> and <c>gpt-4o-latest</c>, not
/// for <c>gpt-4o-mini</c>. <c>*</c> stands for any characters: <c>gpt-4o*</c> is the whole family. Letters of either case are the
/// same. <c>gpt-4o</c> also stands for <c>openai/gpt-4o</c>; <c>openai/gpt-4o</c> only for that. Names with other prefixes, such as
/// <c>us.anthropic.claude-…</c>, need a <c>*</c>.
/// </remarks>
public sealed record LlmRules
{
    /// <summary>The only models that may be called. Default: empty, every model. A call whose model is not known beforehand is blocked when there is such a list.</summary>
    public IReadOnlyList<string> AllowedModels { get; init; } = [];

    /// <summary>Models that may not be called; this list is looked at first. Default: empty.</summary>
    public IReadOnlyList<string> BlockedModels { get; init; } = [];

    /// <summary>
    /// Input and output tokens after which a run should call no more models; despite its name in policy files
    /// (<c>max_tokens_per_call</c>) it counts all calls of the run so far. Default: null, no limit; at least 1.
    /// </summary>
    public int? MaxTokensPerRun { get; init; }

    /// <summary>What happens then: <see cref="PolicyAction.Warn"/> or <see cref="PolicyAction.Block"/>. Default: warn.</summary>
    public PolicyAction OnTokenViolation { get; init; } = PolicyAction.Warn;

    /// <summary>Informational, not checked: the temperatures that are meant to be used, as JSON. Default: null.</summary>
    public string? TemperatureRange { get; init; }

    /// <summary>Informational, not checked: whether calls are meant to have a system prompt. Default: false.</summary>
    public bool RequireSystemPrompt { get; init; }

    internal static LlmRules Read(PolicyRules rules)
    {
        JsonElement temperatures = rules.Json("temperature_range");
        return new LlmRules
        {
            AllowedModels = rules.Texts("allowed_models"),
            BlockedModels = rules.Texts("blocked_models"),
            MaxTokensPerRun = rules.Integer("max_tokens_per_call", minimum: 1),
            OnTokenViolation = rules.Action("action_on_token_violation", PolicyAction.Warn, PolicyAction.Warn, PolicyAction.Block),
            TemperatureRange = temperatures.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : temperatures.GetRawText(),
            RequireSystemPrompt = rules.Boolean("require_system_prompt", false),
        };
    }

    internal void Validate()
    {
        RuleCheck.AtLeast(1, MaxTokensPerRun, nameof(MaxTokensPerRun));
        RuleCheck.Action(OnTokenViolation, nameof(OnTokenViolation), PolicyAction.Warn, PolicyAction.Block);
    }
}
