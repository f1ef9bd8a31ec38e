namespace Observe.Capturing;

/// <summary>Major types of RFC 8949, section 3.1, shifted to the high bits of an initial byte.</summary>
internal static class CborMajor
{
    public const byte Unsigned = 0 << 5;
    public const byte Negative = 1 << 5;
    public const byte Bytes = 2 << 5;
    public const byte Text = 3 << 5;
    public const byte Array = 4 << 5;
    public const byte Map = 5 << 5;
    public const byte Tag = 6 << 5;
    public const byte Simple = 7 << 5;
}
