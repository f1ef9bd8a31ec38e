using System.Globalization;
using Observe.Policies;
using Observe.Policies.Safety;

namespace Observe;

/// <summary>
/// Keeps an agent within bounds: steps, tool calls, tools that are blocked or need approval. Category <c>safety</c>. Limits and tools
/// block; what is found in texts, and everything after a run, only warns.
/// </summary>
/// <remarks>What needs approval is blocked with the metadata that an <see cref="IApprovalHandler"/> decides on; without a handler the block is final.</remarks>
public sealed class SafetyPolicy : IPolicy
{
    private readonly SafetyRules _rules;
    private readonly SafetyTexts _texts;

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">The bounds.</param>
    /// <param name="name">Name in records and messages. Default: <c>safety</c>.</param>
    /// <exception cref="ArgumentException">A rule is out of range; the message says which.</exception>
    public SafetyPolicy(SafetyRules rules, string name = "safety")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        rules.Validate();
        _rules = rules;
        _texts = new SafetyTexts(rules.ContentFilters);
        Points = PointsOf(rules);
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "safety";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points { get; }

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Point == PolicyPoints.AfterRun)
        {
            return After(context);
        }

        if (context.Point == PolicyPoints.BeforeRun && _rules.RequireHumanApproval)
        {
            return Ask("each run needs approval", context.Name);
        }

        if (LimitBeyond(context) is { } limit)
        {
            return PolicyResult.Block(limit);
        }

        if (context.Kind == ScopeKind.ToolCall)
        {
            if (Contains(_rules.BlockedTools, context.Name))
            {
                return PolicyResult.Block($"tool \"{context.Name}\" is blocked");
            }

            if (context.Point == PolicyPoints.BeforeToolCall && Contains(_rules.ApprovalTools, context.Name))
            {
                return Ask($"tool \"{context.Name}\" needs approval", context.Name);
            }
        }

        return _texts.Find(context.Arguments) is { } found ? PolicyResult.Warn(found) : PolicyResult.Allow;
    }

    private static PolicyPoints PointsOf(SafetyRules rules)
    {
        PolicyPoints points = PolicyPoints.BeforeStep | PolicyPoints.BeforeToolCall | PolicyPoints.Checkpoint;
        if (rules.RequireHumanApproval)
        {
            points |= PolicyPoints.BeforeRun;
        }

        if (rules.ContentFilters != SafetyFilters.None)
        {
            points |= PolicyPoints.BeforeRun | PolicyPoints.BeforeLlmCall | PolicyPoints.AfterRun;
        }

        return rules.MaxOutputLength is null ? points : points | PolicyPoints.AfterRun;
    }

    private static PolicyResult Ask(string reason, string actionType) =>
        ApprovalMetadata.Block(reason, actionType, [], TimeSpan.FromMinutes(30), PolicyAction.Block);

    private static bool Contains(IReadOnlyList<string> names, string name)
    {
        foreach (string each in names)
        {
            if (each == name)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Beyond(long count, int? most, string what) =>
        count > most ? string.Create(CultureInfo.InvariantCulture, $"{count} of {most} {what}") : null;

    private string? LimitBeyond(PolicyContext context)
    {
        RunUsage usage = context.Usage;

        // What is about to begin counts: it is not in the usage yet.
        return Beyond(usage.Steps + (context.Point == PolicyPoints.BeforeStep ? 1L : 0), _rules.MaxSteps, "steps")
            ?? Beyond(usage.ToolCalls + (context.Point == PolicyPoints.BeforeToolCall ? 1L : 0), _rules.MaxToolCalls, "tool calls");
    }

    private PolicyResult After(PolicyContext context)
    {
        string? found = _texts.Find(context.Result);
        if (_rules.MaxOutputLength is { } most)
        {
            long length = 0;
            foreach (string text in context.Result.Texts())
            {
                length += text.Length;
            }

            string? tooLong = Beyond(length, most, "characters of output");
            found = found is not null && tooLong is not null ? $"{tooLong}; {found}" : found ?? tooLong;
        }

        return found is null ? PolicyResult.Allow : PolicyResult.Warn(found);
    }
}
