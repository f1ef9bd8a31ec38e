using System.Text.Json;

namespace Observe.Policies.Remote;

/// <summary>Writes JSON with every text masked, names of members included. Masking the JSON as one text could break it.</summary>
internal static class MaskedJson
{
    public static void Write(Utf8JsonWriter json, JsonElement value, TextMask mask)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    json.WritePropertyName(mask.Mask(member.Name));
                    Write(json, member.Value, mask);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(json, item, mask);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(mask.Mask(value.GetString()!));
                break;
            case JsonValueKind.Number:
                WriteNumber(json, value, mask);
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    /// <summary>The number of a card stays the number of a card without quotes.</summary>
    private static void WriteNumber(Utf8JsonWriter json, JsonElement value, TextMask mask)
    {
        string digits = value.GetRawText();
        string masked = mask.Mask(digits);
        if (ReferenceEquals(masked, digits))
        {
            value.WriteTo(json);
        }
        else
        {
            json.WriteStringValue(masked);
        }
    }
}
