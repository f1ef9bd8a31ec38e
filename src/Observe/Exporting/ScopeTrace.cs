namespace Observe;

/// <summary>One scope of a <see cref="RunTrace"/>: a step, tool call, decision …</summary>
public sealed class ScopeTrace
{
    /// <summary>Number of the scope in its run, from 1 in the order in which scopes began.</summary>
    public required int Id { get; init; }

    /// <summary>Number of the enclosing scope; 0 for the run itself.</summary>
    public required int ParentId { get; init; }

    /// <summary>W3C span id, unique in the trace.</summary>
    public required ActivitySpanId SpanId { get; init; }

    /// <summary>What it is.</summary>
    public required ScopeKind Kind { get; init; }

    /// <summary>Name of the step, tool or decision.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the step among the steps of the run, from 1; null for scopes that are not steps.</summary>
    public int? StepNumber { get; init; }

    /// <summary>Kind of the tool, for tool calls; see <see cref="ToolTypes"/>.</summary>
    public string? ToolType { get; init; }

    /// <summary>Where it comes from: <c>"attribute"</c> or <c>"manual"</c>.</summary>
    public required string Source { get; init; }

    /// <summary>How it came to be recorded: <c>"decorator"</c> for attributed methods, else <c>"manual"</c> or what the recording said.</summary>
    public string InstrumentationType { get; init; } = "manual";

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>How long it took; null when it did not finish.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>What it threw, or null.</summary>
    public TraceError? Error { get; init; }

    /// <summary>Captured arguments as a JSON object, or null.</summary>
    public string? Arguments { get; init; }

    /// <summary>Captured result as JSON, or null; the chosen option for decisions, an array of the items for streams.</summary>
    public string? Result { get; init; }

    /// <summary>How many items a stream or sequence handed out; null for other scopes.</summary>
    public long? Items { get; init; }

    /// <summary>Whether a stream or sequence was read to its end; null for other scopes.</summary>
    public bool? Completed { get; init; }

    /// <summary>The options that were open, for decisions; else empty.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Why the option was chosen, for decisions; else null.</summary>
    public string? Reasoning { get; init; }

    /// <summary>How sure the choice was, from 0 to 1, for decisions; else null.</summary>
    public double? Confidence { get; init; }

    /// <summary>More to know about the choice as JSON, for decisions; else null.</summary>
    public string? DecisionMetadata { get; init; }

    /// <summary>What is known of a call of a language model; else null.</summary>
    public LlmTrace? Llm { get; init; }

    /// <summary>What is known of a retrieval; else null.</summary>
    public RetrievalTrace? Retrieval { get; init; }

    /// <summary>What is known of a reasoning; else null.</summary>
    public ReasoningTrace? Thought { get; init; }

    /// <summary>The answers of policies about the scope, in their order.</summary>
    public IReadOnlyList<PolicyCheckTrace> PolicyChecks { get; init; } = [];

    /// <summary>What happened in the scope, in its order.</summary>
    public IReadOnlyList<EventTrace> Events { get; init; } = [];
}
