using Observe.Exporting.Reading;
using Observe.Recording;

namespace Observe.Exporting.Json;

/// <summary>Writes the scopes of a run.</summary>
internal static unsafe class ScopeJson
{
    /// <summary>Writes all scopes, in the order in which they began.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="index">Where the records are.</param>
    /// <param name="position">Makes the span ids.</param>
    /// <param name="clock">The clock of the run.</param>
    /// <param name="scratch">Buffers for what is decoded before it is written.</param>
    public static void WriteAll(JsonText json, RunIndex index, SpanPosition position, RunClock clock, TraceScratch scratch)
    {
        json.Name("scopes"u8);
        json.BeginArray();
        long steps = 0;
        for (int id = 1; id <= index.ScopeCount; id++)
        {
            ref readonly RunIndex.ScopeEntry records = ref index[id];
            ScopeView view = new(records.Began);
            json.BeginObject();
            json.Name("id"u8);
            json.Number((long)id);
            json.Name("parent"u8);
            json.Number((long)view.ParentId);
            json.Name("span_id"u8);
            json.Hex(position.SpanIdOf(id));
            json.Name("kind"u8);
            json.Word(RecordWords.Of(view.Kind));
            json.Name("name"u8);
            if (view.Descriptor is null)
            {
                json.String(view.Utf8Name);
            }
            else
            {
                json.Word(view.Utf8Name); // a constant of the program
            }

            WriteKind(json, view, ref steps);
            json.Name("start_ns"u8);
            json.Number(clock.Nanoseconds(view.Timestamp));
            SharedMembers.End(json, records, view.Timestamp, clock);
            SharedMembers.Value(json, "arguments"u8, view.Arguments);
            WriteDecision(json, records, view);
            SharedMembers.Result(json, index, records);
            WriteMore(json, index, records, view, clock, scratch);
            json.EndObject();
        }

        json.EndArray();
    }

    private static void WriteKind(JsonText json, in ScopeView view, ref long steps)
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
            json.Word("manual"u8);
        }
    }

    /// <summary>What only some scopes have.</summary>
    private static void WriteMore(
        JsonText json, RunIndex index, in RunIndex.ScopeEntry records, in ScopeView view, RunClock clock, TraceScratch scratch)
    {
        if (index.LlmCalls?.Read(records.Llm, scratch, clock) is { } call)
        {
            LlmJson.Write(json, call);
        }

        if (view.Kind is ScopeKind.Retrieval or ScopeKind.Reasoning)
        {
            FactsJson.Write(json, index, view, records, scratch);
        }

        GovernanceJson.Write(json, index, records, view.Arguments, scratch, clock);
    }

    private static void WriteDecision(JsonText json, in RunIndex.ScopeEntry records, in ScopeView view)
    {
        if (view.Kind == ScopeKind.Decision)
        {
            WriteInstrumentation(json, view);
        }

        if (view.Options.Length > 0)
        {
            SharedMembers.Texts(json, "options"u8, view.Options);
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

            SharedMembers.Text(json, "reasoning"u8, ref cursor);
            SharedMembers.Value(json, "metadata"u8, cursor.Rest);
        }
    }

    private static void WriteInstrumentation(JsonText json, in ScopeView view)
    {
        json.Name("instrumentation_type"u8);
        if (view.Descriptor is null)
        {
            json.String(view.InstrumentationType ?? "manual");
        }
        else
        {
            json.Word("decorator"u8);
        }
    }
}
