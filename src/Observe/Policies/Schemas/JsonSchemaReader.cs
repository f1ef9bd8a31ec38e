using System.Text.Json;

namespace Observe.Policies.Schemas;

/// <summary>Reads schemas. Words that only describe are passed over, all others that are not known are errors.</summary>
internal static class JsonSchemaReader
{
    private static readonly string[] s_descriptions =
        ["$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "format"];

    public static JsonSchema Read(JsonElement json, string path)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return new JsonSchema { IsNever = json.ValueKind == JsonValueKind.False };
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(path, "must be an object, true or false");
        }

        RefuseUnknown(json, path);
        return new JsonSchema
        {
            Types = Types(json, path),
            Values = Values(json, path),
            Required = Required(json, path),
            Properties = Properties(json, path),
            OtherProperties = Inner(json, path, "additionalProperties"),
            Items = Inner(json, path, "items"),
        };
    }

    private static void RefuseUnknown(JsonElement json, string path)
    {
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (member.Name is not ("type" or "required" or "enum" or "properties" or "additionalProperties" or "items")
                && Array.IndexOf(s_descriptions, member.Name) < 0)
            {
                throw Wrong(
                    $"{path}.{member.Name}",
                    "is not supported; supported are type, required, enum, properties, additionalProperties, items, and what only describes");
            }
        }
    }

    private static JsonSchemaType[] Types(JsonElement json, string path)
    {
        if (!json.TryGetProperty("type", out JsonElement type))
        {
            return [];
        }

        path += ".type";
        if (type.ValueKind == JsonValueKind.String)
        {
            return [Type(type, path)];
        }

        if (type.ValueKind != JsonValueKind.Array || type.GetArrayLength() == 0)
        {
            throw Wrong(path, "must be a type or an array of types");
        }

        JsonSchemaType[] types = new JsonSchemaType[type.GetArrayLength()];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = Type(type[i], path);
        }

        return types;
    }

    private static JsonSchemaType Type(JsonElement json, string path) =>
        json.ValueKind == JsonValueKind.String && JsonSchemaTypes.TryFind(json.GetString()!, out JsonSchemaType type)
            ? type
            : throw Wrong(path, $"is {json.GetRawText()}; it must be one of {JsonSchemaTypes.AllWords}");

    private static JsonElement[]? Values(JsonElement json, string path)
    {
        if (!json.TryGetProperty("enum", out JsonElement values))
        {
            return null;
        }

        return values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray()] : throw Wrong(path + ".enum", "must be an array");
    }

    private static string[] Required(JsonElement json, string path)
    {
        if (!json.TryGetProperty("required", out JsonElement required))
        {
            return [];
        }

        List<string> names = [];
        foreach (JsonElement name in required.ValueKind == JsonValueKind.Array ? required.EnumerateArray() : throw NoNames(path))
        {
            names.Add(name.ValueKind == JsonValueKind.String ? name.GetString()! : throw NoNames(path));
        }

        return [.. names];
    }

    private static ArgumentException NoNames(string path) => Wrong(path + ".required", "must be an array of names");

    private static Dictionary<string, JsonSchema> Properties(JsonElement json, string path)
    {
        Dictionary<string, JsonSchema> schemas = [];
        if (json.TryGetProperty("properties", out JsonElement properties))
        {
            path += ".properties";
            if (properties.ValueKind != JsonValueKind.Object)
            {
                throw Wrong(path, "must be an object");
            }

            foreach (JsonProperty property in properties.EnumerateObject())
            {
                schemas[property.Name] = Read(property.Value, $"{path}.{property.Name}");
            }
        }

        return schemas;
    }

    private static JsonSchema? Inner(JsonElement json, string path, string name) =>
        json.TryGetProperty(name, out JsonElement schema) ? Read(schema, $"{path}.{name}") : null;

    private static ArgumentException Wrong(string path, string problem) => new($"{path} {problem}");
}
