namespace Observe;

/// <summary>What a run has used and done so far, its child runs included.</summary>
public readonly record struct RunUsage
{
    /// <summary>Steps that have begun.</summary>
    public int Steps { get; init; }

    /// <summary>Tool calls that have begun.</summary>
    public int ToolCalls { get; init; }

    /// <summary>Decisions that have begun.</summary>
    public int Decisions { get; init; }

    /// <summary>Retrievals that have begun.</summary>
    public int Retrievals { get; init; }

    /// <summary>Reasonings that have begun.</summary>
    public int Reasonings { get; init; }

    /// <summary>Calls of language models that have begun.</summary>
    public int LlmCalls { get; init; }

    /// <summary>Input tokens of the calls whose usage is known; totals, cached ones included.</summary>
    public long InputTokens { get; init; }

    /// <summary>Output tokens of the calls whose usage is known; totals, reasoning included.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Input and output tokens.</summary>
    public long TotalTokens => InputTokens > long.MaxValue - OutputTokens ? long.MaxValue : InputTokens + OutputTokens;

    /// <summary>Cost in US dollars of the calls whose cost is given or could be estimated.</summary>
    public decimal CostUsd { get; init; }

    /// <summary>Finished calls of language models whose cost is unknown: <see cref="CostUsd"/> is too low by theirs.</summary>
    public int CallsOfUnknownCost { get; init; }

    /// <summary>Turns of the user in the conversation.</summary>
    public int UserTurns { get; init; }

    /// <summary>How many runs the run lies in: 0 for the root of a trace.</summary>
    public int Depth { get; init; }

    /// <summary>Time since the run began.</summary>
    public TimeSpan Elapsed { get; init; }
}
