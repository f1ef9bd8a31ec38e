using Observe.Capturing;

namespace Observe.Policies;

/// <summary>Reads a captured number of any type as a floating-point number.</summary>
internal static class RecordedNumber
{
    /// <summary>The number; null for everything else.</summary>
    public static double? Read(ReadOnlySpan<byte> cbor)
    {
        CborReader reader = new(cbor);
        return Read(ref reader);
    }

    private static double? Read(ref CborReader reader) => reader.PeekMajor switch
    {
        CborMajor.Unsigned => reader.ReadArgument(),
        CborMajor.Negative => -1.0 - reader.ReadArgument(),
        CborMajor.Tag => ReadTagged(ref reader),
        CborMajor.Simple => reader.Peek switch
        {
            CborByte.Half => (double)reader.ReadHalf(),
            CborByte.Single => reader.ReadSingle(),
            CborByte.Double => reader.ReadDouble(),
            _ => null,
        },
        _ => null,
    };

    private static double? ReadTagged(ref CborReader reader)
    {
        switch (reader.ReadArgument())
        {
            case CborTag.PositiveBignum:
                return Magnitude(reader.ReadString());
            case CborTag.NegativeBignum:
                return -1 - Magnitude(reader.ReadString());
            case CborTag.DecimalFraction:
                reader.ReadArgument(); // an array of two
                return Read(ref reader) is { } exponent && Read(ref reader) is { } mantissa ? Scale(mantissa, (int)exponent) : null;
            default:
                return null;
        }
    }

    // Dividing by a power of ten that is exact gives the nearest number; multiplying by its inverse does not.
    private static double Scale(double mantissa, int exponent) =>
        exponent < 0 ? mantissa / Math.Pow(10, -exponent) : mantissa * Math.Pow(10, exponent);

    private static double Magnitude(ReadOnlySpan<byte> bytes)
    {
        double value = 0;
        foreach (byte digit in bytes)
        {
            value = (value * 256) + digit;
        }

        return value;
    }
}
