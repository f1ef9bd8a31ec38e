using System.Globalization;
using System.Text.Json;

namespace Observe.Policies.Remote;

/// <summary>
/// Reads what stands beside the action in an answer. What has an unexpected type is left out: only the action must be right.
/// </summary>
internal static class DecisionText
{
    private const int LongestText = 2_000;
    private const int MostEntries = 50;
    private const double LongestPause = 24 * 60 * 60;

    /// <summary>The answer.</summary>
    /// <param name="answer">The object that has the fields, or an undefined element.</param>
    /// <param name="word">What is to be done.</param>
    /// <param name="reason">The reason when the answer has no other.</param>
    public static PolicyResult Read(JsonElement answer, DecisionWord word, string? reason)
    {
        if (answer.ValueKind != JsonValueKind.Object)
        {
            return new PolicyResult(word.Action, Reason("", word)) { UnknownAction = word.Unknown };
        }

        Dictionary<string, string> metadata = ReadMetadata(answer);
        if (Text(answer, "policy_id"u8) is { Length: > 0 } id)
        {
            metadata["policy_id"] = id;
        }

        string given = Text(answer, "reason"u8) ?? Text(answer, "message"u8) ?? "";
        string why = string.IsNullOrEmpty(reason) ? given : given.Length == 0 ? reason : $"{given}: {reason}";
        return new PolicyResult(word.Action, Reason(Limit(why), word))
        {
            UnknownAction = word.Unknown,
            Category = Text(answer, "category"u8) ?? "",
            Metadata = metadata,
            RetryAfter = Seconds(answer, "retry_after_seconds"u8),
            RedactedContent = WholeText(answer, "redacted_content"u8),
            Feedback = Text(answer, "retry_feedback"u8),
        };
    }

    /// <summary>The text of a message: a string, or the message within an object.</summary>
    public static string MessageOf(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Object)
        {
            return Text(item, "msg"u8) ?? Text(item, "message"u8) ?? Text(item, "reason"u8) ?? item.GetRawText();
        }

        return item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();
    }

    public static string Limit(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    /// <summary>A pause that a server asks for; null when there is none that makes sense. At most a day.</summary>
    public static TimeSpan? Seconds(JsonElement answer, ReadOnlySpan<byte> name)
    {
        double seconds = double.NaN;
        if (Text(answer, name) is { } text && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds))
        {
            seconds = double.NaN;
        }

        return seconds >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, LongestPause)) : null;
    }

    /// <summary>A member's text, or the JSON of another value; null when it is absent, null, or an array or object.</summary>
    public static string? Text(JsonElement answer, ReadOnlySpan<byte> name)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => Limit(value.GetString()!),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Limit(value.GetRawText()),
            _ => null,
        };
    }

    /// <summary>A text of any length.</summary>
    private static string? WholeText(JsonElement answer, ReadOnlySpan<byte> name) =>
        answer.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Reason(string given, DecisionWord word) =>
        given.Length == 0 && word.Unknown is { } unknown ? $"the server answered \"{unknown}\", which is no known action" : given;

    private static Dictionary<string, string> ReadMetadata(JsonElement answer)
    {
        Dictionary<string, string> metadata = [];
        if (!answer.TryGetProperty("metadata"u8, out JsonElement entries) || entries.ValueKind != JsonValueKind.Object)
        {
            return metadata;
        }

        foreach (JsonProperty entry in entries.EnumerateObject())
        {
            if (entry.Value.ValueKind != JsonValueKind.Null && metadata.Count < MostEntries)
            {
                metadata[Limit(entry.Name)] = Limit(EntryText(entry.Value));
            }
        }

        return metadata;
    }

    /// <summary>A text as it is, a list of texts with commas between, as approvers are listed; anything else as JSON.</summary>
    private static string EntryText(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return value.GetRawText();
        }

        List<string> items = [];
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (item.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            {
                return value.GetRawText();
            }

            items.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText());
        }

        return string.Join(',', items);
    }
}
