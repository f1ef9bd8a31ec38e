using System.Formats.Cbor;
using System.Text.Json;
using Observe.Tests.Runs;

namespace Observe.Tests.Policies;

/// <summary>Questions to policies, as the engine asks them, with what a test wants in them.</summary>
internal static class Ask
{
    public static PolicyContext Before(ScopeKind kind, string name = "it", RunUsage usage = default, string? arguments = null) => new()
    {
        Point = (PolicyPoints)(1 << (int)kind),
        Phase = kind == ScopeKind.Run ? PolicyPhase.PreExecution : PolicyPhase.MidExecution,
        Kind = kind,
        Name = name,
        Usage = usage,
        Arguments = Recorded(arguments),
    };

    public static PolicyContext Checkpoint(RunUsage usage) => new()
    {
        Point = PolicyPoints.Checkpoint,
        Phase = PolicyPhase.MidExecution,
        Kind = ScopeKind.Run,
        Usage = usage,
    };

    public static PolicyContext After(ScopeKind kind, string? result = null, Exception? error = null, RunUsage usage = default) => new()
    {
        Point = (PolicyPoints)(1 << ((int)kind + 16)),
        Phase = error is null ? PolicyPhase.PostExecution : PolicyPhase.OnFailure,
        Kind = kind,
        Name = "it",
        Usage = usage,
        Result = Recorded(result),
        Error = error,
    };

    public static PolicyContext Run(ManualClock clock, CollectedHolds? holds = null)
    {
        PolicyContext context = Before(ScopeKind.Run);
        context.TimeProvider = clock;
        context.Holds = holds;
        return context;
    }

    /// <summary>What would be recorded for this JSON.</summary>
    public static RecordedValue Recorded(string? json)
    {
        if (json is null)
        {
            return default;
        }

        CborWriter writer = new();
        using JsonDocument document = JsonDocument.Parse(json);
        Write(writer, document.RootElement);
        return new RecordedValue(writer.Encode());
    }

    private static void Write(CborWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartMap(json.EnumerateObject().Count());
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    writer.WriteTextString(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndMap();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray(json.GetArrayLength());
                foreach (JsonElement item in json.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteTextString(json.GetString()!);
                break;
            case JsonValueKind.Number when json.TryGetInt64(out long whole):
                writer.WriteInt64(whole);
                break;
            case JsonValueKind.Number:
                writer.WriteDouble(json.GetDouble());
                break;
            case JsonValueKind.Null:
                writer.WriteNull();
                break;
            default:
                writer.WriteBoolean(json.GetBoolean());
                break;
        }
    }
}
