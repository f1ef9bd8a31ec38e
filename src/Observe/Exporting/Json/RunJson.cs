using Observe.Recording;

namespace Observe.Exporting.Json;

/// <summary>Writes one finished run as one line of JSON; the schema is described in <c>format.md</c> beside this folder.</summary>
internal sealed unsafe class RunJson
{
    /// <summary>Version of the schema, the first member of every line. Raised when a member changes its meaning or goes away.</summary>
    public const int Version = 1;

    private readonly RunIndex _index = new();
    private readonly RunNotes _notes = new();

    public void WriteLine(JsonText json, RunRecorder run)
    {
        _index.Build(run);
        _notes.Build(_index);
        RecordCursor cursor = new(_index[0].Began);
        RunBegan began = cursor.Read<RunBegan>();
        RunClock clock = new(began, run.Observer.Options.TimeProvider);

        json.BeginObject();
        json.Name("v"u8);
        json.Number((long)Version);
        json.Name("trace_id"u8);
        json.Hex(began.TraceIdHigh, began.TraceIdLow);
        json.Name("span_id"u8);
        json.Hex(began.SpanId);
        if (began.ParentSpanId != 0)
        {
            json.Name("parent_span_id"u8);
            json.Hex(began.ParentSpanId);
        }

        WriteText(json, "agent"u8, ref cursor);
        WriteText(json, "workflow"u8, ref cursor);
        WriteText(json, "session_id"u8, ref cursor);
        WriteText(json, "user_id"u8, ref cursor);
        WriteText(json, "end_user_id"u8, ref cursor);
        WriteText(json, "user_group"u8, ref cursor);
        WriteText(json, "anonymous_id"u8, ref cursor);
        json.Name("start"u8);
        json.Quoted(clock.Start.UtcDateTime, "O");
        WriteEnd(json, _index[0], began.Timestamp, clock);
        WriteValue(json, "arguments"u8, cursor.Rest);
        WriteRunResult(json);
        WriteNotes(json, run.Dropped);
        WriteScopes(json, clock, run.Position);
        json.EndObject();
        json.EndLine();
    }

    private void WriteRunResult(JsonText json)
    {
        if (_notes.Result != 0)
        {
            WriteValue(json, "result"u8, new RecordCursor((byte*)_notes.Result).Rest);
        }
        else
        {
            WriteResult(json, _index[0]);
        }
    }

    private void WriteNotes(JsonText json, int dropped)
    {
        if (_notes.Tags.Count > 0)
        {
            json.Name("tags"u8);
            json.BeginObject();
            foreach ((_, nint record) in _notes.Tags)
            {
                RecordCursor cursor = new((byte*)record);
                json.AnyName(cursor.ReadUtf8(out _));
                json.String(cursor.ReadUtf8(out _));
            }

            json.EndObject();
        }

        if (_notes.Metadata.Count > 0)
        {
            json.Name("metadata"u8);
            json.BeginObject();
            foreach ((_, nint record) in _notes.Metadata)
            {
                RecordCursor cursor = new((byte*)record);
                json.AnyName(cursor.ReadUtf8(out _));
                CborToJson.Write(json, cursor.Rest);
            }

            json.EndObject();
        }

        if (_notes.Warnings.Count > 0)
        {
            WriteTexts(json, "warnings"u8, _notes.Warnings);
        }

        if (dropped > 0)
        {
            json.Name("dropped"u8);
            json.Number((long)dropped);
        }
    }

    private void WriteScopes(JsonText json, RunClock clock, SpanPosition position)
    {
        json.Name("scopes"u8);
        json.BeginArray();
        long steps = 0;
        for (int id = 1; id <= _index.ScopeCount; id++)
        {
            ref readonly RunIndex.ScopeEntry records = ref _index[id];
            ScopeView view = new(records.Began);
            json.BeginObject();
            json.Name("id"u8);
            json.Number((long)id);
            json.Name("parent"u8);
            json.Number((long)view.ParentId);
            json.Name("span_id"u8);
            json.Hex(position.SpanIdOf(id));
            json.Name("kind"u8);
            json.String(RecordWords.Of(view.Kind));
            json.Name("name"u8);
            json.String(view.Utf8Name);
            WriteKind(json, view, ref steps);
            json.Name("start_ns"u8);
            json.Number(clock.Nanoseconds(view.Timestamp));
            WriteEnd(json, records, view.Timestamp, clock);
            WriteValue(json, "arguments"u8, view.Arguments);
            WriteDecision(json, records, view.Options);
            WriteResult(json, records);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteKind(JsonText json, ScopeView view, ref long steps)
    {
        if (view.Kind == ScopeKind.Step)
        {
            json.Name("step"u8);
            json.Number(++steps);
        }

        if (view.ToolType is { } toolType)
        {
            json.Name("tool_type"u8);
            json.String(toolType);
        }

        if (view.Descriptor is null)
        {
            json.Name("source"u8);
            json.String("manual"u8);
        }
    }

    private static void WriteDecision(JsonText json, in RunIndex.ScopeEntry records, string[] options)
    {
        if (options.Length > 0)
        {
            WriteTexts(json, "options"u8, options);
        }

        if (records.Decision != null)
        {
            RecordCursor cursor = new(records.Decision);
            double confidence = cursor.Read<double>();
            if (!double.IsNaN(confidence))
            {
                json.Name("confidence"u8);
                json.Number(confidence);
            }

            WriteText(json, "reasoning"u8, ref cursor);
        }
    }

    private static void WriteEnd(JsonText json, in RunIndex.ScopeEntry records, long began, RunClock clock)
    {
        Outcome outcome = Outcome.Unfinished;
        ScopeEnded end = default;
        if (records.Ended != null)
        {
            end = new RecordCursor(records.Ended).Read<ScopeEnded>();
            outcome = (Outcome)end.Outcome;
            json.Name("duration_ns"u8);
            json.Number(clock.Nanoseconds(began, end.Timestamp));
        }

        json.Name("status"u8);
        json.String(RecordWords.Of(outcome));
        if (end.Stream != StreamState.None)
        {
            json.Name("items"u8);
            json.Number(end.Items);
            json.Name("completed"u8);
            json.Boolean(end.Stream == StreamState.Completed);
        }

        if (records.Exception != null && outcome != Outcome.Ok)
        {
            RecordCursor cursor = new(records.Exception);
            json.Name("error"u8);
            json.BeginObject();
            WriteText(json, "type"u8, ref cursor);
            WriteText(json, "message"u8, ref cursor);
            WriteText(json, "stack"u8, ref cursor);
            json.EndObject();
        }
    }

    private void WriteResult(JsonText json, in RunIndex.ScopeEntry records)
    {
        if (records.FirstItem >= 0)
        {
            json.Name("result"u8);
            StreamItems.Write(json, _index, records);
        }
        else if (records.Ended != null)
        {
            RecordCursor cursor = new(records.Ended);
            cursor.Read<ScopeEnded>();
            WriteValue(json, "result"u8, cursor.Rest);
        }
    }

    private static void WriteValue(JsonText json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty)
        {
            json.Name(name);
            CborToJson.Write(json, value);
        }
    }

    private static void WriteText(JsonText json, ReadOnlySpan<byte> name, ref RecordCursor cursor)
    {
        ReadOnlySpan<byte> text = cursor.ReadUtf8(out bool isNull);
        if (!isNull)
        {
            json.Name(name);
            json.String(text);
        }
    }

    private static void WriteTexts(JsonText json, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        json.Name(name);
        json.BeginArray();
        foreach (string text in texts)
        {
            json.String(text);
        }

        json.EndArray();
    }
}
