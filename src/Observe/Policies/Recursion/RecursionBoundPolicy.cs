using System.Globalization;

namespace Observe;

/// <summary>
/// Ends runs that go round in circles: too many reasonings, tool calls, turns of the user, or runs within runs. Category
/// <c>recursion-bound</c>; asked before a run and every scope, and at checks within a run.
/// </summary>
public sealed class RecursionBoundPolicy : IPolicy
{
    private readonly RecursionBoundRules _rules;

    /// <summary>A policy with these rules.</summary>
    /// <param name="rules">The limits.</param>
    /// <param name="name">Name in records and messages. Default: <c>recursion-bound</c>.</param>
    /// <exception cref="ArgumentException">A limit is out of range; the message says which.</exception>
    public RecursionBoundPolicy(RecursionBoundRules rules, string name = "recursion-bound")
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        rules.Validate();
        _rules = rules;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Category => "recursion-bound";

    /// <inheritdoc/>
    public string Version { get; init; } = "";

    /// <inheritdoc/>
    public PolicyPoints Points => PolicyPoints.BeforeRun | PolicyPoints.BeforeScope | PolicyPoints.Checkpoint;

    /// <inheritdoc/>
    public PolicyResult Evaluate(PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        RunUsage usage = context.Usage;

        // What is about to begin counts: it is not in the usage yet.
        int reasonings = usage.Reasonings + (context.Point == PolicyPoints.BeforeReasoning ? 1 : 0);
        int toolCalls = usage.ToolCalls + (context.Point == PolicyPoints.BeforeToolCall ? 1 : 0);
        if (reasonings >= _rules.MaxReasoningDepth)
        {
            return Violation(reasonings, _rules.MaxReasoningDepth, "reasoning depth");
        }

        if (toolCalls >= _rules.MaxToolCalls)
        {
            return Violation(toolCalls, _rules.MaxToolCalls, "tool calls");
        }

        if (usage.Depth >= _rules.MaxDelegationDepth)
        {
            return Violation(usage.Depth, _rules.MaxDelegationDepth, "delegation depth");
        }

        return usage.UserTurns >= _rules.MaxUserTurns
            ? Violation(usage.UserTurns, _rules.MaxUserTurns, "user turns")
            : PolicyResult.Allow;
    }

    private PolicyResult Violation(int current, int? limit, string what) =>
        new(_rules.OnViolation, string.Create(CultureInfo.InvariantCulture, $"{what} is {current}; it must stay below {limit}"));
}
