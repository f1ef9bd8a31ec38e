using Observe.Exporting.Reading;
using Observe.Masking;
using Observe.Recording;

namespace Observe.Exporting.Json;

/// <summary>Writes one finished run as one line of JSON; the schema is described in <c>format.md</c> beside this folder.</summary>
internal sealed unsafe class RunJson
{
    /// <summary>Version of the schema, the first member of every line. Raised when a member changes its meaning or goes away.</summary>
    public const int Version = 1;

    private readonly RunIndex _index = new();
    private readonly RunNotes _notes = new();
    private TextMask? _maskedBy;
    private MaskBuffer? _mask;
    private TraceScratch? _scratch;

    public void WriteLine(JsonText json, RunRecorder run)
    {
        _index.Build(run);
        _notes.Build(_index);
        TraceScratch scratch = UseMask(run.Observer.Options.Mask);
        json.Mask = _mask;
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

        if ((cursor.Header.Flags & RecordHeader.Addendum) != 0)
        {
            WriteAddendum(json, run.Dropped, clock, scratch);
            return;
        }

        SharedMembers.Text(json, "agent"u8, ref cursor);
        SharedMembers.Text(json, "workflow"u8, ref cursor);
        SharedMembers.Text(json, "session_id"u8, ref cursor);
        SharedMembers.Text(json, "user_id"u8, ref cursor);
        SharedMembers.Text(json, "end_user_id"u8, ref cursor);
        SharedMembers.Text(json, "user_group"u8, ref cursor);
        SharedMembers.Text(json, "anonymous_id"u8, ref cursor);
        json.Name("start"u8);
        json.Time(clock.Start.UtcDateTime);
        SharedMembers.End(json, _index[0], began.Timestamp, clock);
        SharedMembers.Value(json, "arguments"u8, cursor.Rest);
        WriteRunResult(json);
        WriteNotes(json);
        WriteDropped(json, run.Dropped);
        GovernanceJson.Write(json, _index, _index[0], cursor.Rest, scratch, clock);
        ScopeJson.WriteAll(json, _index, run.Position, clock, scratch);
        json.EndObject();
        json.EndLine();
    }

    private void WriteRunResult(JsonText json)
    {
        if (_notes.Result != 0)
        {
            SharedMembers.Value(json, "result"u8, new RecordCursor((byte*)_notes.Result).Rest);
        }
        else
        {
            SharedMembers.Result(json, _index, _index[0]);
        }
    }

    private void WriteNotes(JsonText json)
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
            SharedMembers.Texts(json, "warnings"u8, _notes.Warnings);
        }
    }

    private static void WriteDropped(JsonText json, int dropped)
    {
        if (dropped > 0)
        {
            json.Name("dropped"u8);
            json.Number((long)dropped);
        }
    }

    private void WriteAddendum(JsonText json, int dropped, RunClock clock, TraceScratch scratch)
    {
        json.Name("addendum"u8);
        json.Boolean(true);
        json.Name("start"u8);
        json.Time(clock.Start.UtcDateTime);
        WriteDropped(json, dropped);
        GovernanceJson.Write(json, _index, _index[0], default, scratch, clock);
        json.EndObject();
        json.EndLine();
    }

    /// <summary>Takes the mask of a run; it is the same for all runs of an observer.</summary>
    /// <returns>Buffers for what is decoded before it is written.</returns>
    private TraceScratch UseMask(TextMask mask)
    {
        if (_scratch is null || !ReferenceEquals(mask, _maskedBy))
        {
            _maskedBy = mask;
            _mask = mask.IsNone ? null : new MaskBuffer(mask);
            _scratch = new TraceScratch(mask);
        }

        return _scratch;
    }
}
