using Observe.Exporting.Json;
using Observe.Exporting.Reading;
using Observe.Recording;

namespace Observe.Exporting;

/// <summary>Decodes the records of a run into objects; every text is masked.</summary>
internal static unsafe class RunTraceReader
{
    public static RunTrace Read(RunRecorder run)
    {
        RunIndex index = new();
        index.Build(run);
        RunNotes notes = new();
        notes.Build(index);
        TraceScratch scratch = new(run.Observer.Options.Mask);

        RecordCursor cursor = new(index[0].Began);
        RunBegan began = cursor.Read<RunBegan>();
        RunClock clock = new(began, run.Observer.Options.TimeProvider);
        End end = ReadEnd(index[0]);
        string agent = scratch.Text(ref cursor)!;
        string workflow = scratch.Text(ref cursor)!;
        string? session = scratch.Text(ref cursor);
        string? user = scratch.Text(ref cursor);
        string? endUser = scratch.Text(ref cursor);
        string? userGroup = scratch.Text(ref cursor);
        string? anonymous = scratch.Text(ref cursor);
        return new RunTrace
        {
            TraceId = SpanPosition.ToTraceId(began.TraceIdHigh, began.TraceIdLow),
            SpanId = SpanPosition.ToSpanId(began.SpanId),
            ParentSpanId = began.ParentSpanId == 0 ? null : SpanPosition.ToSpanId(began.ParentSpanId),
            IsAddendum = (cursor.Header.Flags & RecordHeader.Addendum) != 0,
            Agent = agent,
            Workflow = workflow,
            SessionId = session,
            UserId = user,
            EndUserId = endUser,
            UserGroup = userGroup,
            AnonymousId = anonymous,
            Arguments = scratch.Value(cursor.Rest),
            StartTime = clock.Start,
            Duration = end.Timestamp is { } ended ? clock.Between(began.Timestamp, ended) : null,
            Outcome = end.Outcome,
            Error = ReadError(index[0].Exception, end.Outcome, scratch),
            Result = ReadRunResult(scratch, index, notes),
            Tags = ReadTags(notes, scratch),
            Metadata = ReadMetadata(notes, scratch),
            Warnings = ReadWarnings(notes, scratch),
            PolicyChecks = index.PolicyChecks?.Read(index, index[0].PolicyChecks, cursor.Rest, scratch, clock) ?? [],
            Events = EventReader.Read(index, index[0].Events, scratch, clock),
            Scopes = ReadScopes(index, clock, run.Position, scratch),
            DroppedRecords = run.Dropped,
        };
    }

    private static ScopeTrace[] ReadScopes(RunIndex index, RunClock clock, SpanPosition position, TraceScratch scratch)
    {
        ScopeTrace[] scopes = new ScopeTrace[index.ScopeCount];
        int steps = 0;
        for (int id = 1; id <= scopes.Length; id++)
        {
            ScopeView view = new(index[id].Began);
            int? step = view.Kind == ScopeKind.Step ? ++steps : null;
            scopes[id - 1] = ReadScope(id, step, index, view, clock, position, scratch);
        }

        return scopes;
    }

    private static ScopeTrace ReadScope(
        int id, int? step, RunIndex index, ScopeView view, RunClock clock, SpanPosition position, TraceScratch scratch)
    {
        ref readonly RunIndex.ScopeEntry records = ref index[id];
        End end = ReadEnd(records);
        Choice choice = ReadDecision(records.Decision, scratch);
        ReadOnlySpan<byte> result = records.Ended == null ? default : ResultOf(records.Ended);
        return new ScopeTrace
        {
            Id = id,
            ParentId = view.ParentId,
            SpanId = SpanPosition.ToSpanId(position.SpanIdOf(id)),
            Kind = view.Kind,
            Name = scratch.Text(view.Utf8Name),
            StepNumber = step,
            ToolType = scratch.Plain(view.ToolType),
            Source = view.Descriptor is null ? "manual" : "attribute",
            InstrumentationType = view.Descriptor is null ? scratch.Plain(view.InstrumentationType) ?? "manual" : "decorator",
            StartTime = clock.TimeOf(view.Timestamp),
            Duration = end.Timestamp is { } ended ? clock.Between(view.Timestamp, ended) : null,
            Outcome = end.Outcome,
            Error = ReadError(records.Exception, end.Outcome, scratch),
            Arguments = scratch.Value(view.Arguments),
            Result = ReadResult(scratch, index, records),
            Items = end.Stream == StreamState.None ? null : end.Items,
            Completed = end.Stream == StreamState.None ? null : end.Stream == StreamState.Completed,
            Options = ReadOptions(view.Options, scratch),
            Reasoning = choice.Reasoning,
            Confidence = choice.Confidence,
            DecisionMetadata = choice.Metadata,
            Llm = index.LlmCalls?.Read(records.Llm, scratch, clock),
            Retrieval = view.Kind == ScopeKind.Retrieval
                ? RetrievalReader.Read(view.Arguments, result, index, records, view.Roles, view.Descriptor?.Source, scratch)
                : null,
            Thought = view.Kind == ScopeKind.Reasoning ? ReasoningReader.Read(result, view.Roles, scratch) : null,
            PolicyChecks = index.PolicyChecks?.Read(index, records.PolicyChecks, view.Arguments, scratch, clock) ?? [],
            Events = EventReader.Read(index, records.Events, scratch, clock),
        };
    }

    private static string? ReadRunResult(TraceScratch scratch, RunIndex index, RunNotes notes) =>
        notes.Result != 0 ? scratch.Value(new RecordCursor((byte*)notes.Result).Rest) : ReadResult(scratch, index, index[0]);

    private static string? ReadResult(TraceScratch scratch, RunIndex index, in RunIndex.ScopeEntry records)
    {
        if (records.Items.IsEmpty)
        {
            return records.Ended == null ? null : scratch.Value(ResultOf(records.Ended));
        }

        scratch.Json.Clear();
        StreamItems.Write(scratch.Json, index, records);
        return scratch.Json.ToString();
    }

    private static ReadOnlySpan<byte> ResultOf(byte* ended)
    {
        RecordCursor cursor = new(ended);
        cursor.Read<ScopeEnded>();
        return cursor.Rest;
    }

    private static End ReadEnd(in RunIndex.ScopeEntry records)
    {
        if (records.Ended == null)
        {
            return default;
        }

        ScopeEnded ended = new RecordCursor(records.Ended).Read<ScopeEnded>();
        return new End(ended.Timestamp, (Outcome)ended.Outcome, ended.Stream, ended.Items);
    }

    private static TraceError? ReadError(byte* record, Outcome outcome, TraceScratch scratch)
    {
        if (record == null || outcome == Outcome.Ok)
        {
            return null;
        }

        RecordCursor cursor = new(record);
        return new TraceError(scratch.Text(ref cursor) ?? "", scratch.Text(ref cursor) ?? "", scratch.Text(ref cursor));
    }

    private static Choice ReadDecision(byte* record, TraceScratch scratch)
    {
        if (record == null)
        {
            return default;
        }

        RecordCursor cursor = new(record);
        double confidence = cursor.Read<double>();
        return new Choice(scratch.Text(ref cursor), double.IsNaN(confidence) ? null : confidence, scratch.Value(cursor.Rest));
    }

    private static KeyValuePair<string, string>[] ReadTags(RunNotes notes, TraceScratch scratch)
    {
        KeyValuePair<string, string>[] tags = new KeyValuePair<string, string>[notes.Tags.Count];
        for (int i = 0; i < tags.Length; i++)
        {
            RecordCursor cursor = new((byte*)notes.Tags[i].Record);
            ReadOnlySpan<byte> key = cursor.ReadUtf8(out _);
            tags[i] = KeyValuePair.Create(scratch.Text(key), scratch.Member(key, cursor.ReadUtf8(out _)));
        }

        return tags;
    }

    private static KeyValuePair<string, string>[] ReadMetadata(RunNotes notes, TraceScratch scratch)
    {
        KeyValuePair<string, string>[] metadata = new KeyValuePair<string, string>[notes.Metadata.Count];
        for (int i = 0; i < metadata.Length; i++)
        {
            RecordCursor cursor = new((byte*)notes.Metadata[i].Record);
            ReadOnlySpan<byte> key = cursor.ReadUtf8(out _);
            metadata[i] = KeyValuePair.Create(scratch.Text(key), scratch.NamedValue(key, cursor.Rest));
        }

        return metadata;
    }

    private static string[] ReadOptions(string[] options, TraceScratch scratch)
    {
        string[] masked = new string[options.Length];
        for (int i = 0; i < masked.Length; i++)
        {
            masked[i] = scratch.Plain(options[i]);
        }

        return masked;
    }

    private static string[] ReadWarnings(RunNotes notes, TraceScratch scratch)
    {
        string[] warnings = new string[notes.Warnings.Count];
        for (int i = 0; i < warnings.Length; i++)
        {
            warnings[i] = scratch.Plain(notes.Warnings[i]);
        }

        return warnings;
    }

    private readonly record struct End(long? Timestamp, Outcome Outcome, StreamState Stream, long Items);

    private readonly record struct Choice(string? Reasoning, double? Confidence, string? Metadata);
}
