using System.Text.Json;
using System.Text.RegularExpressions;

namespace Observe.Catalogue.Sources;

/// <summary>How genai-prices recognizes a name: one comparison, or several of which one must hold. Upper and lower case do not differ.</summary>
internal sealed record NamePattern(string Kind, string Value, IReadOnlyList<NamePattern> Any)
{
    public static NamePattern Read(JsonElement match)
    {
        JsonProperty only = match.EnumerateObject().Single();
        return only.Name == "or"
            ? new NamePattern("or", "", [.. only.Value.EnumerateArray().Select(Read)])
            : new NamePattern(only.Name, only.Value.GetString()!.ToLowerInvariant(), []);
    }

    public bool Matches(string name) => Kind switch
    {
        "or" => Any.Any(one => one.Matches(name)),
        "equals" => name == Value,
        "starts_with" => name.StartsWith(Value, StringComparison.Ordinal),
        "ends_with" => name.EndsWith(Value, StringComparison.Ordinal),
        "contains" => name.Contains(Value, StringComparison.Ordinal),
        "regex" => Regex.IsMatch(name, Value, RegexOptions.None, TimeSpan.FromSeconds(1)),
        _ => throw new InvalidDataException($"Names cannot be matched with \"{Kind}\"; teach NamePattern what it means."),
    };

    /// <summary>The comparisons with a whole name or with its start. Those with a pattern say nothing that version suffixes do not.</summary>
    public IEnumerable<(string Name, bool IsPrefix)> Names() => Kind switch
    {
        "or" => Any.SelectMany(one => one.Names()),
        "equals" or "ends_with" => [(Value, false)],
        "starts_with" or "contains" => [(Value, true)],
        _ => [],
    };
}
