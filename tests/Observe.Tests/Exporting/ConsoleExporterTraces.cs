namespace Observe.Tests.Exporting;

/// <summary>Builds traces by hand, as the exporter would read them.</summary>
internal static class ConsoleExporterTraces
{
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static ActivityTraceId Trace(int number = 1) => ActivityTraceId.CreateFromString($"{number:x32}");

    public static ActivitySpanId Span(int number) => ActivitySpanId.CreateFromString($"{number:x16}");

    public static RunTrace Run(
        string agent = "agent",
        int span = 1,
        int? caller = null,
        ScopeTrace[]? scopes = null,
        double start = 0,
        double? duration = 1240,
        Outcome outcome = Outcome.Ok,
        TraceError? error = null,
        string? arguments = null,
        string? result = null,
        string workflow = "default",
        string? session = null,
        string? user = null,
        (string Key, string Value)[]? tags = null,
        (string Key, string Value)[]? metadata = null,
        string[]? warnings = null,
        int dropped = 0,
        int trace = 1,
        PolicyCheckTrace[]? checks = null,
        EventTrace[]? events = null) => new()
        {
            TraceId = Trace(trace),
            SpanId = Span(span),
            ParentSpanId = caller is { } parent ? Span(parent) : null,
            Agent = agent,
            Workflow = workflow,
            SessionId = session,
            UserId = user,
            StartTime = Start.AddMilliseconds(start),
            Duration = duration is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            Outcome = outcome,
            Error = error,
            Arguments = arguments,
            Result = result,
            Tags = (tags ?? []).Select(tag => KeyValuePair.Create(tag.Key, tag.Value)).ToList(),
            Metadata = (metadata ?? []).Select(pair => KeyValuePair.Create(pair.Key, pair.Value)).ToList(),
            Warnings = warnings ?? [],
            Scopes = scopes ?? [],
            DroppedRecords = dropped,
            PolicyChecks = checks ?? [],
            Events = events ?? [],
        };

    public static ScopeTrace Scope(
        int id,
        string name,
        ScopeKind kind = ScopeKind.Step,
        int parent = 0,
        double? start = null,
        double? duration = 12,
        Outcome outcome = Outcome.Ok,
        TraceError? error = null,
        string? arguments = null,
        string? result = null,
        string? toolType = null,
        long? items = null,
        bool? completed = null,
        string[]? options = null,
        string? reasoning = null,
        double? confidence = null,
        LlmTrace? llm = null,
        RetrievalTrace? retrieval = null,
        ReasoningTrace? thought = null,
        PolicyCheckTrace[]? checks = null,
        EventTrace[]? events = null) => new()
        {
            Id = id,
            ParentId = parent,
            SpanId = Span(100 + id),
            Kind = kind,
            Name = name,
            Source = "attribute",
            StartTime = Start.AddMilliseconds(start ?? id * 100),
            Duration = duration is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            Outcome = outcome,
            Error = error,
            Arguments = arguments,
            Result = result,
            ToolType = toolType,
            Items = items,
            Completed = completed,
            Options = options ?? [],
            Reasoning = reasoning,
            Confidence = confidence,
            Llm = llm,
            Retrieval = retrieval,
            Thought = thought,
            PolicyChecks = checks ?? [],
            Events = events ?? [],
        };

    public static ScopeTrace Tool(int id, string name, string? arguments = null, string? result = null, int parent = 0) =>
        Scope(id, name, ScopeKind.ToolCall, parent, arguments: arguments, result: result);

    public static ScopeTrace Call(int id, string name, LlmTrace llm, Outcome outcome = Outcome.Ok, TraceError? error = null) =>
        Scope(id, name, ScopeKind.LlmCall, outcome: outcome, error: error, llm: llm);

    public static EventTrace Event(EventKind kind, string name, string? value = null, double at = 50) =>
        new() { Kind = kind, Name = name, Value = value, Time = Start.AddMilliseconds(at) };

    public static PolicyCheckTrace Check(string policy, PolicyAction action, string reason = "", double at = 50, TimeSpan? retryAfter = null) => new()
    {
        Policy = policy,
        Version = "1",
        Category = "test",
        Phase = PolicyPhase.MidExecution,
        Action = action,
        Reason = reason,
        Priority = 100,
        Time = Start.AddMilliseconds(at),
        Duration = TimeSpan.Zero,
        RetryAfter = retryAfter,
    };

    public static RunTrace Addendum(params EventTrace[] events) => new()
    {
        TraceId = Trace(),
        SpanId = Span(1),
        IsAddendum = true,
        Agent = "",
        Workflow = "",
        StartTime = Start,
        Outcome = Outcome.Unfinished,
        Tags = [],
        Metadata = [],
        Warnings = [],
        Events = events,
        Scopes = [],
    };

    public static string[] Lines(RunTrace run, params RunTrace[] children) => Lines(new TraceTreeStyle(), run, children);

    public static string[] Lines(TraceTreeStyle style, RunTrace run, params RunTrace[] children) =>
        TraceTree.Render(run, children, style).TrimEnd('\n').Split('\n');
}
