using System.Globalization;
using Observe.Policies.Llm;

namespace Observe;

/// <summary>
/// Says which language models may be called, and how many tokens a run may use. Category <c>llm</c>; asked before a call of a model,
/// for the tokens also at checks within a run.
/// </summary>
/// <remarks>Models that are not allowed are always blocked. Calls that are only recorded, after they were made, cannot be stopped.</remarks>
public sealed class LlmPolicy : IPolicy
{
    private readonly LlmRules _rules;
    private readonly ModelPatterns _allowed;
    private readonly ModelPatterns _blocked;

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">Which models, and how much.</param>
    /// <param name="name">Name in records and messages. Default: <c>llm</c>.</param>
    /// <exception cref="ArgumentException">A rule is wrong; the message says which.</exception>
    public LlmPolicy(LlmRules rules, string name = "llm")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        rules.Validate();
        _rules = rules;
        _allowed = new ModelPatterns(rules.AllowedModels, nameof(rules.AllowedModels));
        _blocked = new ModelPatterns(rules.BlockedModels, nameof(rules.BlockedModels));
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "llm";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => _rules.MaxTokensPerRun is null
        ? PolicyPoints.BeforeLlmCall
        : PolicyPoints.BeforeLlmCall | PolicyPoints.Checkpoint;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Point == PolicyPoints.BeforeLlmCall && Refusal(context.Model) is { } refusal)
        {
            return PolicyResult.Block(refusal);
        }

        long used = context.Usage.TotalTokens;
        return _rules.MaxTokensPerRun is { } most && used >= most
            ? new PolicyResult(
                _rules.OnTokenViolation, string.Create(CultureInfo.InvariantCulture, $"the run has used {used} of {most} tokens"))
            : PolicyResult.Allow;
    }

    private string? Refusal(string? model)
    {
        if (string.IsNullOrEmpty(model))
        {
            return _allowed.IsEmpty ? null : "the model is not known before the call, and only some models are allowed";
        }

        if (_blocked.Contain(model))
        {
            return $"model \"{model}\" is blocked";
        }

        return _allowed.IsEmpty || _allowed.Contain(model) ? null : $"model \"{model}\" is not among the allowed ones";
    }
}
