using System.Globalization;
using System.Text.Json;

namespace Observe.Policies.Files;

/// <summary>Checks single values of a policy file.</summary>
internal static class RuleValue
{
    /// <summary>A whole number within limits; null for null.</summary>
    public static long? Whole(LocatedJson value, long minimum, long maximum)
    {
        const string Wanted = "a whole number";
        return Parse(value, Wanted) switch
        {
            null => null,
            { } number when decimal.Truncate(number) != number => throw value.Wrong($"{value.Shown} must be {Wanted}"),
            { } number => (long)Limited(value, number, minimum, maximum),
        };
    }

    /// <summary>A number within limits; null for null.</summary>
    public static decimal? Number(LocatedJson value, decimal minimum, decimal maximum) =>
        Parse(value, "a number") is { } number ? Limited(value, number, minimum, maximum) : null;

    public static string Word(LocatedJson value, string[] allowed)
    {
        if (value.Kind == JsonValueKind.String && Array.IndexOf(allowed, value.Text) >= 0)
        {
            return value.Text;
        }

        throw value.Wrong($"{value.Shown} must be {(allowed.Length == 1 ? "" : "one of ")}\"{string.Join("\", \"", allowed)}\"");
    }

    private static decimal? Parse(LocatedJson value, string wanted)
    {
        if (value.Kind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.Kind != JsonValueKind.Number)
        {
            throw value.Wrong($"{value.Shown} must be {wanted}");
        }

        return decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw value.Wrong($"{value.Shown} is too large");
    }

    private static decimal Limited(LocatedJson value, decimal number, decimal minimum, decimal maximum)
    {
        if (number < minimum)
        {
            throw value.Wrong($"{value.Shown} must be at least {minimum.ToString(CultureInfo.InvariantCulture)}");
        }

        return number <= maximum
            ? number
            : throw value.Wrong($"{value.Shown} must be at most {maximum.ToString(CultureInfo.InvariantCulture)}");
    }
}
