namespace Observe.Capturing;

/// <summary>Whole initial bytes of RFC 8949 that are written as they are.</summary>
internal static class CborByte
{
    public const byte False = 0xF4;
    public const byte True = 0xF5;
    public const byte Null = 0xF6;
    public const byte Half = 0xF9;
    public const byte Single = 0xFA;
    public const byte Double = 0xFB;
    public const byte Break = 0xFF;
    public const byte OpenArray = CborMajor.Array | 31;
    public const byte OpenMap = CborMajor.Map | 31;
}
