using Observe.Recording;

namespace Observe.Exporting.Json;

/// <summary>Writes the members that runs and scopes have in common.</summary>
internal static unsafe class SharedMembers
{
    /// <summary>How long it took and how it ended: duration, status, what a stream handed out, the error.</summary>
    public static void End(JsonText json, in RunIndex.ScopeEntry records, long began, RunClock clock)
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
        json.Word(RecordWords.Of(outcome));
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
            Text(json, "type"u8, ref cursor);
            Text(json, "message"u8, ref cursor);
            Text(json, "stack"u8, ref cursor);
            json.EndObject();
        }
    }

    /// <summary>What it returned, or the items that it handed out.</summary>
    public static void Result(JsonText json, RunIndex index, in RunIndex.ScopeEntry records)
    {
        if (!records.Items.IsEmpty)
        {
            json.Name("result"u8);
            StreamItems.Write(json, index, records);
        }
        else if (records.Ended != null)
        {
            RecordCursor cursor = new(records.Ended);
            cursor.Read<ScopeEnded>();
            Value(json, "result"u8, cursor.Rest);
        }
    }

    /// <summary>A captured value; nothing when there is none.</summary>
    public static void Value(JsonText json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty)
        {
            json.Name(name);
            CborToJson.Write(json, value);
        }
    }

    /// <summary>The next text of a record; nothing when it is null.</summary>
    public static void Text(JsonText json, ReadOnlySpan<byte> name, ref RecordCursor cursor)
    {
        ReadOnlySpan<byte> text = cursor.ReadUtf8(out bool isNull);
        if (!isNull)
        {
            json.Name(name);
            json.String(text);
        }
    }

    /// <summary>A list of texts.</summary>
    public static void Texts(JsonText json, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
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
