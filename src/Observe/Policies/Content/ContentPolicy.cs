using Observe.Policies.Content;

namespace Observe;

/// <summary>
/// Looks for personal data, credentials, prompt injection and patterns of one's own in what goes in and out. Category <c>content</c>;
/// asked before and after runs, tool calls and calls of language models.
/// </summary>
/// <remarks>
/// It sees what is captured: arguments that are not captured, and what limits cut off, it cannot look at; the names of members it does
/// not look at. Of several findings the most severe action counts. Redact masks everything that <see cref="TextMask.Default"/> knows,
/// and the patterns of one's own with that action, in arguments and results that are texts themselves. A text inside an object or list
/// cannot be replaced: when it would have to be, the call is blocked.
/// </remarks>
public sealed class ContentPolicy : IPolicy
{
    private const PolicyPoints Inputs = PolicyPoints.BeforeRun | PolicyPoints.BeforeToolCall | PolicyPoints.BeforeLlmCall;
    private const PolicyPoints Outputs = PolicyPoints.AfterRun | PolicyPoints.AfterToolCall | PolicyPoints.AfterLlmCall;

    private readonly ContentScan _scan;

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">What to look for.</param>
    /// <param name="name">Name in records and messages. Default: <c>content</c>.</param>
    /// <exception cref="ArgumentException">A rule is wrong; the message says which.</exception>
    public ContentPolicy(ContentRules rules, string name = "content")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        rules.Validate();
        _scan = new ContentScan(rules);
        Points = (rules.ScanInputs ? Inputs : PolicyPoints.None) | (rules.ScanOutputs ? Outputs : PolicyPoints.None);
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "content";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points { get; }

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.IsBefore ? _scan.Look(context.Arguments, isInput: true) : _scan.Look(context.Result, isInput: false);
    }
}
