using System.Globalization;
using System.Text;
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

    /// <summary>Words for an object that is a mark and nothing else; null for other values.</summary>
    public static string? OfObject(CapturedJson value, Glyphs glyphs)
    {
        if (value is not { Kind: CapturedJsonKind.Object, Parts: [CapturedJson only] })
        {
            return null;
        }

        return OfMember(only, glyphs) ?? (
            only.Name == s_type && only.Kind == CapturedJsonKind.String ? $"<{PrintableText.Clean(only.Text)}>"
            : only.Name == s_cycle ? "<cycle>"
            : only.Name == s_depth ? $"{{{glyphs.Ellipsis}}}"
            : null);
    }

    /// <summary>Words for a member that is a mark; null for other members.</summary>
    public static string? OfMember(CapturedJson member, Glyphs glyphs)
    {
        if (member.Name == s_omitted
            && member.Kind == CapturedJsonKind.Literal
            && long.TryParse(member.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long omitted))
        {
            return CountText.Of(omitted, glyphs.Ellipsis + " {0} more");
        }

        return member.Name == s_error && member.Kind == CapturedJsonKind.String ? $"<threw {PrintableText.Clean(member.Text)}>" : null;
    }
}
