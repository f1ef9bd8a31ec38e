using System.Numerics;
using Observe.Capturing;

namespace Observe.Exporting.Json;

/// <summary>Turns tagged values into JSON as System.Text.Json would write the same .NET values.</summary>
internal static class CborTagToJson
{
    public static void Write(JsonText json, ref CborReader reader)
    {
        int tag = (int)reader.ReadArgument();
        switch (tag)
        {
            case CborTag.PositiveBignum:
                json.Digits(Bignum(ref reader).ToString());
                break;
            case CborTag.NegativeBignum:
                json.Digits((-1 - Bignum(ref reader)).ToString());
                break;
            case CborTag.DecimalFraction:
                json.Formatted(Decimal(ref reader), "");
                break;
            case CborTag.Uuid:
                json.Quoted(new Guid(reader.ReadString(), bigEndian: true), "D");
                break;
            case CborTag.EpochDate:
                json.Quoted(DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)reader.ReadInt64()), "O");
                break;
            case CborTag.DateTime:
                json.Quoted(DateTime.FromBinary(reader.ReadInt64()), "yyyy-MM-ddTHH:mm:ss.FFFFFFFK");
                break;
            case CborTag.DateTimeOffset:
                json.Quoted(Offset(ref reader), "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz");
                break;
            case CborTag.TimeOnly:
                json.Quoted(new TimeSpan(reader.ReadInt64()), "c");
                break;
            default:
                json.Quoted(new TimeSpan(reader.ReadInt64()), "c");
                break;
        }
    }

    private static BigInteger Bignum(ref CborReader reader) => new(reader.ReadString(), isUnsigned: true, isBigEndian: true);

    private static decimal Decimal(ref CborReader reader)
    {
        reader.ReadByte(); // an array of two
        int scale = -(int)reader.ReadInt64();
        BigInteger mantissa = reader.PeekMajor switch
        {
            CborMajor.Unsigned => reader.ReadArgument(),
            CborMajor.Negative => -1 - (BigInteger)reader.ReadArgument(),
            _ => TaggedBignum(ref reader),
        };

        UInt128 magnitude = (UInt128)BigInteger.Abs(mantissa);
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), mantissa.Sign < 0, (byte)scale);
    }

    private static BigInteger TaggedBignum(ref CborReader reader)
    {
        bool negative = reader.ReadArgument() == CborTag.NegativeBignum;
        BigInteger magnitude = Bignum(ref reader);
        return negative ? -1 - magnitude : magnitude;
    }

    private static DateTimeOffset Offset(ref CborReader reader)
    {
        reader.ReadByte(); // an array of two
        long utcTicks = reader.ReadInt64();
        TimeSpan offset = TimeSpan.FromMinutes(reader.ReadInt64());
        return new DateTimeOffset(utcTicks, TimeSpan.Zero).ToOffset(offset);
    }
}
