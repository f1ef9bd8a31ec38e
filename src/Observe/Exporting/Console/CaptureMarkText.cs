using System.Text;
using System.Text.Json;
using Observe.Capturing;

namespace Observe;

/// <summary>What captures left in place of values they did not take, in words.</summary>
internal static class CaptureMarkText
{
    private static readonly string s_omitted = Encoding.UTF8.GetString(CaptureMarks.Omitted);
    private static readonly string s_error = Encoding.UTF8.GetString(CaptureMarks.Error);
    private static readonly string s_type = Encoding.UTF8.GetString(CaptureMarks.Type);
    private static readonly string s_cycle = Encoding.UTF8.GetString(CaptureMarks.Cycle);
    private static readonly string s_depth = Encoding.UTF8.GetString(CaptureMarks.Depth);

    /// <summary>Stands for a value declared sensitive.</summary>
    public static string Sensitive { get; } = Encoding.UTF8.GetString(CaptureMarks.Sensitive);

    /// <summary>Words for an object that is a mark and nothing else; null for other objects.</summary>
    public static string? Of(JsonElement value, Glyphs glyphs)
    {
        JsonElement.ObjectEnumerator members = value.EnumerateObject();
        if (!members.MoveNext())
        {
            return null;
        }

        JsonProperty only = members.Current;
        return members.MoveNext() ? null : Of(only, glyphs) ?? (
            only.NameEquals(s_type) && only.Value.ValueKind == JsonValueKind.String ? $"<{PrintableText.Clean(only.Value.GetString()!)}>"
            : only.NameEquals(s_cycle) ? "<cycle>"
            : only.NameEquals(s_depth) ? $"{{{glyphs.Ellipsis}}}"
            : null);
    }

    /// <summary>Words for a member that is a mark; null for other members.</summary>
    public static string? Of(JsonProperty member, Glyphs glyphs)
    {
        if (member.NameEquals(s_omitted) && member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt64(out long omitted))
        {
            return CountText.Of(omitted, glyphs.Ellipsis + " {0} more");
        }

        return member.NameEquals(s_error) && member.Value.ValueKind == JsonValueKind.String
            ? $"<threw {PrintableText.Clean(member.Value.GetString()!)}>"
            : null;
    }
}
