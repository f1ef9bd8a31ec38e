using System.Globalization;
using System.Text.Json;

namespace Observe.Policies.Schemas;

/// <summary>
/// A part of JSON Schema (json-schema.org, draft 2020-12) that is enough for arguments of tools: <c>type</c>, <c>required</c>,
/// <c>enum</c>, <c>properties</c>, <c>additionalProperties</c>, <c>items</c>, and the schemas <c>true</c> and <c>false</c>. A schema
/// that says more is refused: what would not be checked must not look as if it were.
/// </summary>
internal sealed class JsonSchema
{
    /// <summary>Types that are allowed; empty allows all.</summary>
    public IReadOnlyList<JsonSchemaType> Types { get; init; } = [];

    /// <summary>The only values that are allowed; null allows all.</summary>
    public IReadOnlyList<JsonElement>? Values { get; init; }

    public IReadOnlyList<string> Required { get; init; } = [];

    public IReadOnlyDictionary<string, JsonSchema> Properties { get; init; } = new Dictionary<string, JsonSchema>();

    /// <summary>Schema of members that are not among <see cref="Properties"/>; null allows all.</summary>
    public JsonSchema? OtherProperties { get; init; }

    /// <summary>Schema of the elements of an array; null allows all.</summary>
    public JsonSchema? Items { get; init; }

    /// <summary>The schema <c>false</c>: nothing is right.</summary>
    public bool IsNever { get; init; }

    /// <summary>Reads a schema.</summary>
    /// <param name="json">The schema.</param>
    /// <exception cref="ArgumentException">It is no schema, or says what cannot be checked; the message says where.</exception>
    public static JsonSchema Read(JsonElement json) => JsonSchemaReader.Read(json, "$");

    /// <summary>Reads a schema from a text.</summary>
    /// <param name="json">The schema as JSON.</param>
    /// <exception cref="ArgumentException">It is no JSON, no schema, or says what cannot be checked; the message says where.</exception>
    public static JsonSchema Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement.Clone());
        }
        catch (JsonException wrong)
        {
            throw new ArgumentException($"it is no JSON: {wrong.Message}", wrong);
        }
    }

    /// <summary>
    /// What is wrong with a value, first problem only: <c>$.amount: must be number, is string</c>. It says nothing of the value but
    /// its type, and names no member that the schema does not name.
    /// </summary>
    /// <returns>Null when nothing is wrong.</returns>
    public string? Violation(JsonElement value) => Problem(value) is { } problem ? "$" + problem : null;

    private string? Problem(JsonElement value)
    {
        if (IsNever)
        {
            return ": must not be there";
        }

        if (Types.Count > 0 && !IsOfType(value))
        {
            return $": must be {JsonSchemaTypes.WordsOf(Types)}, is {JsonSchemaTypes.WordOf(value)}";
        }

        if (Values is not null && !IsAmong(Values, value))
        {
            return ": is none of the values that are allowed";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => ProblemOfMembers(value),
            JsonValueKind.Array when Items is not null => ProblemOfItems(value, Items),
            _ => null,
        };
    }

    private bool IsOfType(JsonElement value)
    {
        foreach (JsonSchemaType type in Types)
        {
            if (JsonSchemaTypes.Is(value, type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAmong(IReadOnlyList<JsonElement> values, JsonElement value)
    {
        foreach (JsonElement allowed in values)
        {
            if (JsonEquality.AreEqual(allowed, value))
            {
                return true;
            }
        }

        return false;
    }

    private string? ProblemOfMembers(JsonElement value)
    {
        foreach (string name in Required)
        {
            if (!value.TryGetProperty(name, out _))
            {
                return $".{name}: is missing";
            }
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (Properties.TryGetValue(member.Name, out JsonSchema? schema))
            {
                if (schema.Problem(member.Value) is { } problem)
                {
                    return $".{member.Name}{problem}";
                }
            }
            else if (OtherProperties?.Problem(member.Value) is { } problem)
            {
                return OtherProperties.IsNever ? ": has a member that is not in the schema" : $".*{problem}";
            }
        }

        return null;
    }

    private static string? ProblemOfItems(JsonElement value, JsonSchema schema)
    {
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (schema.Problem(item) is { } problem)
            {
                return string.Create(CultureInfo.InvariantCulture, $"[{index}]{problem}");
            }

            index++;
        }

        return null;
    }
}
