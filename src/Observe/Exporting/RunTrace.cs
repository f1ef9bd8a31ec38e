namespace Observe;

/// <summary>One finished run, decoded: what exporters and tests read.</summary>
public sealed class RunTrace
{
    /// <summary>W3C trace id, shared by a run and its child runs.</summary>
    public required ActivityTraceId TraceId { get; init; }

    /// <summary>W3C span id of the run, unique in its trace.</summary>
    public required ActivitySpanId SpanId { get; init; }

    /// <summary>Span id of the scope that called this run; null for the root run of a trace.</summary>
    public ActivitySpanId? ParentSpanId { get; init; }

    /// <summary>
    /// Whether this only adds to a run that has ended before, the one with the same trace id and span id: events, such as scores, and
    /// nothing else.
    /// </summary>
    public bool IsAddendum { get; init; }

    /// <summary>Name of the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>Name of the workflow; <c>"default"</c> unless given.</summary>
    public required string Workflow { get; init; }

    /// <summary>Session (conversation) of the run, or null.</summary>
    public string? SessionId { get; init; }

    /// <summary>Operator on whose behalf the agent worked, or null.</summary>
    public string? UserId { get; init; }

    /// <summary>Customer of the operator, or null.</summary>
    public string? EndUserId { get; init; }

    /// <summary>Group of the user, or null.</summary>
    public string? UserGroup { get; init; }

    /// <summary>Visitor who is not known by name, or null.</summary>
    public string? AnonymousId { get; init; }

    /// <summary>When the run began, UTC.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>How long it took; null when it did not finish.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>What it threw, or null.</summary>
    public TraceError? Error { get; init; }

    /// <summary>Captured arguments as a JSON object, or null.</summary>
    public string? Arguments { get; init; }

    /// <summary>Result as JSON: what <see cref="RunContext.SetResult"/> said last, else the captured return value, else null.</summary>
    public string? Result { get; init; }

    /// <summary>Tags in the order in which their keys were first set; the last value of a key wins.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; }

    /// <summary>Metadata, the values as JSON; the last value of a key wins.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; }

    /// <summary>What the run has to say about its own record: rejected tags, a result set twice …</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The answers of policies about the run itself, in their order.</summary>
    public IReadOnlyList<PolicyCheckTrace> PolicyChecks { get; init; } = [];

    /// <summary>What happened in the run outside its scopes, in its order.</summary>
    public IReadOnlyList<EventTrace> Events { get; init; } = [];

    /// <summary>Scopes in the order in which they began.</summary>
    public required IReadOnlyList<ScopeTrace> Scopes { get; init; }

    /// <summary>Records of this run that found no room in the buffer.</summary>
    public int DroppedRecords { get; init; }

    /// <summary>Direct children of a scope, or of the run itself when <paramref name="parentId"/> is 0, in the order in which they began.</summary>
    /// <param name="parentId">Id of the scope, 0 for the run.</param>
    public IEnumerable<ScopeTrace> ChildrenOf(int parentId)
    {
        foreach (ScopeTrace scope in Scopes)
        {
            if (scope.ParentId == parentId)
            {
                yield return scope;
            }
        }
    }
}
