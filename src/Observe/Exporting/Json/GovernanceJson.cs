using Observe.Exporting.Reading;
using Observe.Recording;

namespace Observe.Exporting.Json;

/// <summary>Writes the answers of policies and the events of a run or scope.</summary>
internal static unsafe class GovernanceJson
{
    public static void Write(
        JsonText json, RunIndex index, in RunIndex.ScopeEntry records, ReadOnlySpan<byte> arguments, TraceScratch scratch, RunClock clock)
    {
        if (!records.PolicyChecks.IsEmpty && index.PolicyChecks is { } answers)
        {
            json.Name("policy_checks"u8);
            json.BeginArray();
            foreach (PolicyCheckTrace check in answers.Read(index, records.PolicyChecks, arguments, scratch, clock))
            {
                Write(json, check, clock);
            }

            json.EndArray();
        }

        if (!records.Events.IsEmpty)
        {
            WriteEvents(json, index, records.Events, clock);
        }
    }

    private static void Write(JsonText json, PolicyCheckTrace check, RunClock clock)
    {
        json.BeginObject();
        json.Name("policy"u8);
        json.String(check.Policy);
        Text(json, "version"u8, check.Version);
        Text(json, "category"u8, check.Category);
        json.Name("phase"u8);
        json.Word(RecordWords.Of(check.Phase));
        json.Name("action"u8);
        json.Word(RecordWords.Of(check.Action));
        Text(json, "unknown_action"u8, check.UnknownAction ?? "");
        Text(json, "reason"u8, check.Reason);
        json.Name("priority"u8);
        json.Number((long)check.Priority);
        json.Name("at_ns"u8);
        json.Number((check.Time - clock.Start).Ticks * 100);
        json.Name("duration_ns"u8);
        json.Number(check.Duration.Ticks * 100);
        if (check.RetryAfter is { } after)
        {
            json.Name("retry_after_seconds"u8);
            json.Number(after.TotalSeconds);
        }

        Text(json, "arguments_sha256"u8, check.ArgumentsHash ?? "");
        json.EndObject();
    }

    private static void WriteEvents(JsonText json, RunIndex index, RunIndex.RecordChain chain, RunClock clock)
    {
        json.Name("events"u8);
        json.BeginArray();
        for (int at = chain.First; at >= 0; at = index.Linked(at).Next)
        {
            RecordCursor cursor = new(index.Linked(at).Record);
            EventHappened happened = cursor.Read<EventHappened>();
            json.BeginObject();
            json.Name("kind"u8);
            json.Word(RecordWords.Of((EventKind)happened.Kind));
            json.Name("name"u8);
            json.String(cursor.ReadUtf8(out _));
            json.Name("at_ns"u8);
            json.Number(clock.Nanoseconds(happened.Timestamp));
            if (!cursor.Rest.IsEmpty)
            {
                json.Name("value"u8);
                CborToJson.Write(json, cursor.Rest);
            }

            json.EndObject();
        }

        json.EndArray();
    }

    private static void Text(JsonText json, ReadOnlySpan<byte> name, string text)
    {
        if (text.Length > 0)
        {
            json.Name(name);
            json.String(text);
        }
    }
}
