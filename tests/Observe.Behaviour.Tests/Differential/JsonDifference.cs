using System.Text.Json;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>
/// Where two JSON texts say different things. Numbers are compared by value, members by name; nothing else may differ.
/// </summary>
internal static class JsonDifference
{
    public static IReadOnlyList<string> Between(string ours, string theirs)
    {
        using JsonDocument left = JsonDocument.Parse(ours, new JsonDocumentOptions { MaxDepth = 200 });
        using JsonDocument right = JsonDocument.Parse(theirs, new JsonDocumentOptions { MaxDepth = 200 });
        List<string> differences = [];
        Compare("$", left.RootElement, right.RootElement, differences);
        return differences;
    }

    private static void Compare(string path, JsonElement ours, JsonElement theirs, List<string> differences)
    {
        if (ours.ValueKind != theirs.ValueKind)
        {
            differences.Add($"{path}: {Short(ours)} instead of {Short(theirs)}");
            return;
        }

        switch (ours.ValueKind)
        {
            case JsonValueKind.Object:
                CompareMembers(path, ours, theirs, differences);
                break;
            case JsonValueKind.Array:
                CompareElements(path, ours, theirs, differences);
                break;
            case JsonValueKind.Number when NumberText.ValueOf(ours.GetRawText()) != NumberText.ValueOf(theirs.GetRawText()):
            case JsonValueKind.String when ours.GetString() != theirs.GetString():
                differences.Add($"{path}: {Short(ours)} instead of {Short(theirs)}");
                break;
            default:
                break;
        }
    }

    private static void CompareElements(string path, JsonElement ours, JsonElement theirs, List<string> differences)
    {
        if (ours.GetArrayLength() != theirs.GetArrayLength())
        {
            differences.Add($"{path}: {ours.GetArrayLength()} elements instead of {theirs.GetArrayLength()}");
            return;
        }

        for (int i = 0; i < ours.GetArrayLength(); i++)
        {
            Compare($"{path}[{i}]", ours[i], theirs[i], differences);
        }
    }

    // In a stable order, for two keys of a dictionary may have become one name.
    private static void CompareMembers(string path, JsonElement ours, JsonElement theirs, List<string> differences)
    {
        JsonProperty[] left = [.. ours.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal)];
        JsonProperty[] right = [.. theirs.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal)];
        string[] names = [.. left.Select(static member => member.Name)];
        string[] expected = [.. right.Select(static member => member.Name)];
        if (!names.SequenceEqual(expected, StringComparer.Ordinal))
        {
            differences.Add($"{path}: members {string.Join(", ", names)} instead of {string.Join(", ", expected)}");
            return;
        }

        for (int i = 0; i < left.Length; i++)
        {
            Compare($"{path}.{names[i]}", left[i].Value, right[i].Value, differences);
        }
    }

    private static string Short(JsonElement element)
    {
        string text = element.GetRawText();
        return text.Length > 120 ? text[..120] + "…" : text;
    }
}
