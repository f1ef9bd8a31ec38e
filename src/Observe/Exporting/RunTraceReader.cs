using System.Text;
using Observe.Exporting.Json;
using Observe.Recording;

namespace Observe.Exporting;

/// <summary>Decodes the records of a run into objects.</summary>
internal static unsafe class RunTraceReader
{
    public static RunTrace Read(RunRecorder run)
    {
        RunIndex index = new();
        index.Build(run);
        RunNotes notes = new();
        notes.Build(index);
        JsonText scratch = new();

        RecordCursor cursor = new(index[0].Began);
        RunBegan began = cursor.Read<RunBegan>();
        RunClock clock = new(began, run.Observer.Options.TimeProvider);
        End end = ReadEnd(index[0]);
        string agent = cursor.ReadText()!;
        string workflow = cursor.ReadText()!;
        return new RunTrace
        {
            TraceId = SpanPosition.ToTraceId(began.TraceIdHigh, began.TraceIdLow),
            SpanId = SpanPosition.ToSpanId(began.SpanId),
            ParentSpanId = began.ParentSpanId == 0 ? null : SpanPosition.ToSpanId(began.ParentSpanId),
            Agent = agent,
            Workflow = workflow,
            SessionId = cursor.ReadText(),
            UserId = cursor.ReadText(),
            EndUserId = cursor.ReadText(),
            UserGroup = cursor.ReadText(),
            AnonymousId = cursor.ReadText(),
            Arguments = Json(scratch, cursor.Rest),
            StartTime = clock.Start,
            Duration = end.Timestamp is { } ended ? clock.Between(began.Timestamp, ended) : null,
            Outcome = end.Outcome,
            Error = ReadError(index[0].Exception, end.Outcome),
            Result = ReadRunResult(scratch, index, notes),
            Tags = ReadTags(notes),
            Metadata = ReadMetadata(scratch, notes),
            Warnings = [.. notes.Warnings],
            Scopes = ReadScopes(index, clock, run.Position, scratch),
            DroppedRecords = run.Dropped,
        };
    }

    private static ScopeTrace[] ReadScopes(RunIndex index, RunClock clock, SpanPosition position, JsonText scratch)
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
        int id, int? step, RunIndex index, ScopeView view, RunClock clock, SpanPosition position, JsonText scratch)
    {
        ref readonly RunIndex.ScopeEntry records = ref index[id];
        End end = ReadEnd(records);
        (string? reasoning, double? confidence) = ReadDecision(records.Decision);
        return new ScopeTrace
        {
            Id = id,
            ParentId = view.ParentId,
            SpanId = SpanPosition.ToSpanId(position.SpanIdOf(id)),
            Kind = view.Kind,
            Name = Encoding.UTF8.GetString(view.Utf8Name),
            StepNumber = step,
            ToolType = view.ToolType,
            Source = view.Descriptor is null ? "manual" : "attribute",
            StartTime = clock.TimeOf(view.Timestamp),
            Duration = end.Timestamp is { } ended ? clock.Between(view.Timestamp, ended) : null,
            Outcome = end.Outcome,
            Error = ReadError(records.Exception, end.Outcome),
            Arguments = Json(scratch, view.Arguments),
            Result = ReadResult(scratch, index, records),
            Items = end.Stream == StreamState.None ? null : end.Items,
            Completed = end.Stream == StreamState.None ? null : end.Stream == StreamState.Completed,
            Options = view.Options,
            Reasoning = reasoning,
            Confidence = confidence,
        };
    }

    private static string? ReadRunResult(JsonText scratch, RunIndex index, RunNotes notes) =>
        notes.Result != 0 ? Json(scratch, new RecordCursor((byte*)notes.Result).Rest) : ReadResult(scratch, index, index[0]);

    private static string? ReadResult(JsonText scratch, RunIndex index, in RunIndex.ScopeEntry records)
    {
        if (records.FirstItem < 0)
        {
            return records.Ended == null ? null : Json(scratch, ResultOf(records.Ended));
        }

        scratch.Clear();
        StreamItems.Write(scratch, index, records);
        return scratch.ToString();
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

    private static TraceError? ReadError(byte* record, Outcome outcome)
    {
        if (record == null || outcome == Outcome.Ok)
        {
            return null;
        }

        RecordCursor cursor = new(record);
        return new TraceError(cursor.ReadText() ?? "", cursor.ReadText() ?? "", cursor.ReadText());
    }

    private static (string? Reasoning, double? Confidence) ReadDecision(byte* record)
    {
        if (record == null)
        {
            return default;
        }

        RecordCursor cursor = new(record);
        double confidence = cursor.Read<double>();
        return (cursor.ReadText(), double.IsNaN(confidence) ? null : confidence);
    }

    private static KeyValuePair<string, string>[] ReadTags(RunNotes notes)
    {
        KeyValuePair<string, string>[] tags = new KeyValuePair<string, string>[notes.Tags.Count];
        for (int i = 0; i < tags.Length; i++)
        {
            RecordCursor cursor = new((byte*)notes.Tags[i].Record);
            cursor.ReadUtf8(out _);
            tags[i] = KeyValuePair.Create(notes.Tags[i].Key, cursor.ReadText()!);
        }

        return tags;
    }

    private static KeyValuePair<string, string>[] ReadMetadata(JsonText scratch, RunNotes notes)
    {
        KeyValuePair<string, string>[] metadata = new KeyValuePair<string, string>[notes.Metadata.Count];
        for (int i = 0; i < metadata.Length; i++)
        {
            RecordCursor cursor = new((byte*)notes.Metadata[i].Record);
            cursor.ReadUtf8(out _);
            metadata[i] = KeyValuePair.Create(notes.Metadata[i].Key, CborToJson.ToText(scratch, cursor.Rest));
        }

        return metadata;
    }

    private static string? Json(JsonText scratch, ReadOnlySpan<byte> value) => value.IsEmpty ? null : CborToJson.ToText(scratch, value);

    private readonly record struct End(long? Timestamp, Outcome Outcome, StreamState Stream, long Items);
}
