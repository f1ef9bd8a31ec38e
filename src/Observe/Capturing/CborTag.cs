namespace Observe.Capturing;

/// <summary>
/// Tags of captured values. Registered ones come from RFC 8949 section 3.4, RFC 8943 (dates) and RFC 9562 (UUID); the times of .NET
/// have no lossless registered form of fixed size, so they use numbers from the first-come-first-served range, private to this format.
/// </summary>
internal static class CborTag
{
    /// <summary>Unsigned bignum: byte string, most significant byte first.</summary>
    public const int PositiveBignum = 2;

    /// <summary>Negative bignum: -1 - n.</summary>
    public const int NegativeBignum = 3;

    /// <summary>Decimal fraction: [exponent, mantissa].</summary>
    public const int DecimalFraction = 4;

    /// <summary>URI as text.</summary>
    public const int Uri = 32;

    /// <summary>UUID as 16 bytes in network order.</summary>
    public const int Uuid = 37;

    /// <summary>Days since 1970-01-01.</summary>
    public const int EpochDate = 100;

    /// <summary><see cref="DateTime.ToBinary"/> of a time that is not local; a local one is a <see cref="DateTimeOffset"/>.</summary>
    public const int DateTime = 0x9F01;

    /// <summary>[UTC ticks, offset in minutes].</summary>
    public const int DateTimeOffset = 0x9F02;

    /// <summary>Ticks (100 ns) since midnight.</summary>
    public const int TimeOnly = 0x9F03;

    /// <summary>Ticks (100 ns).</summary>
    public const int TimeSpan = 0x9F04;
}
