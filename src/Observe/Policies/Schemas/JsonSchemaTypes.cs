using System.Text.Json;

namespace Observe.Policies.Schemas;

/// <summary>Words of types, and what is of a type.</summary>
internal static class JsonSchemaTypes
{
    private static readonly string[] s_words = ["null", "boolean", "integer", "number", "string", "array", "object"];

    public static string AllWords => string.Join(", ", s_words);

    public static bool TryFind(string word, out JsonSchemaType type)
    {
        int at = Array.IndexOf(s_words, word);
        type = (JsonSchemaType)at;
        return at >= 0;
    }

    public static string WordsOf(IReadOnlyList<JsonSchemaType> types)
    {
        string words = s_words[(int)types[0]];
        for (int i = 1; i < types.Count; i++)
        {
            words += " or " + s_words[(int)types[i]];
        }

        return words;
    }

    public static string WordOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };

    public static bool Is(JsonElement value, JsonSchemaType type) => type switch
    {
        JsonSchemaType.Null => value.ValueKind == JsonValueKind.Null,
        JsonSchemaType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        JsonSchemaType.Integer => value.ValueKind == JsonValueKind.Number && IsWhole(value),
        JsonSchemaType.Number => value.ValueKind == JsonValueKind.Number,
        JsonSchemaType.String => value.ValueKind == JsonValueKind.String,
        JsonSchemaType.Array => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    /// <summary>1.0 is whole: JSON knows only numbers. A decimal has no room for very small parts, a double none for parts of large numbers.</summary>
    private static bool IsWhole(JsonElement value)
    {
        double rounded = value.GetDouble();
        return (double.IsInteger(rounded) || double.IsInfinity(rounded))
            && (!value.TryGetDecimal(out decimal number) || decimal.Truncate(number) == number);
    }
}
