namespace Observe.Capturing;

/// <summary>What stands in a captured value where the value itself does not.</summary>
internal static class CaptureMarks
{
    /// <summary>A value declared <see cref="SensitiveAttribute"/>; the mark says only the kind.</summary>
    public static ReadOnlySpan<byte> Sensitive => "##SENSITIVE##"u8;

    /// <summary>Key of the type name of a value that is named, not walked.</summary>
    public static ReadOnlySpan<byte> Type => "$type"u8;

    /// <summary>Key whose value says how many members or elements were left out.</summary>
    public static ReadOnlySpan<byte> Omitted => "$omitted"u8;

    /// <summary>Key of the bytes that were kept, beside the count of those left out.</summary>
    public static ReadOnlySpan<byte> Bytes => "$bytes"u8;

    /// <summary>Key whose value names the exception that a getter threw.</summary>
    public static ReadOnlySpan<byte> Error => "$error"u8;

    /// <summary>Key of the mark for an object that contains itself.</summary>
    public static ReadOnlySpan<byte> Cycle => "$cycle"u8;

    /// <summary>Key of the mark for an object that lies too deep.</summary>
    public static ReadOnlySpan<byte> Depth => "$depth"u8;
}
