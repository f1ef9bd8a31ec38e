using System.Text.Json;

namespace Observe.Policies.Schemas;

/// <summary>Whether two JSON values are the same: numbers by value, members in any order.</summary>
internal static class JsonEquality
{
    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        return left.ValueKind switch
        {
            JsonValueKind.Number => AreEqualNumbers(left, right),
            JsonValueKind.String => left.ValueEquals(right.GetString()),
            JsonValueKind.Array => AreEqualArrays(left, right),
            JsonValueKind.Object => AreEqualObjects(left, right),
            _ => true,
        };
    }

    private static bool AreEqualNumbers(JsonElement left, JsonElement right) =>
        left.TryGetDecimal(out decimal one) && right.TryGetDecimal(out decimal other)
            ? one == other
            : left.GetDouble().Equals(right.GetDouble());

    private static bool AreEqualArrays(JsonElement left, JsonElement right)
    {
        if (left.GetArrayLength() != right.GetArrayLength())
        {
            return false;
        }

        for (int i = 0; i < left.GetArrayLength(); i++)
        {
            if (!AreEqual(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqualObjects(JsonElement left, JsonElement right)
    {
        int members = 0;
        foreach (JsonProperty member in left.EnumerateObject())
        {
            members++;
            if (!right.TryGetProperty(member.Name, out JsonElement other) || !AreEqual(member.Value, other))
            {
                return false;
            }
        }

        foreach (JsonProperty _ in right.EnumerateObject())
        {
            members--;
        }

        return members == 0;
    }
}
