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
                json.Digits(BignumText.Of(reader.ReadString(), negative: false));
                break;
            case CborTag.NegativeBignum:
                json.Digits(BignumText.Of(reader.ReadString(), negative: true));
                break;
            case CborTag.DecimalFraction:
                json.Formatted(Decimal(ref reader), "");
                break;
            case CborTag.Uuid:
                json.Quoted(new Guid(reader.ReadString(), bigEndian: true), "D");
                break;
            case CborTag.EpochDate:
                json.Date(DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)reader.ReadInt64()));
                break;
            case CborTag.DateTime:
                WriteTime(json, reader.ReadInt64());
                break;
            case CborTag.DateTimeOffset:
                WriteOffsetTime(json, ref reader);
                break;
            default:
                json.Duration(new TimeSpan(reader.ReadInt64()));
                break;
        }
    }

    private static decimal Decimal(ref CborReader reader)
    {
        reader.ReadByte(); // an array of two
        int scale = -(int)reader.ReadInt64();
        UInt128 mantissa = Mantissa(ref reader, out bool negative);
        return new decimal((int)(uint)mantissa, (int)(uint)(mantissa >> 32), (int)(uint)(mantissa >> 64), negative, (byte)scale);
    }

    private static UInt128 Mantissa(ref CborReader reader, out bool negative)
    {
        UInt128 encoded = 0;
        if (reader.PeekMajor == CborMajor.Tag)
        {
            negative = reader.ReadArgument() == CborTag.NegativeBignum;
            foreach (byte next in reader.ReadString())
            {
                encoded = (encoded << 8) | next;
            }
        }
        else
        {
            negative = reader.PeekMajor == CborMajor.Negative;
            encoded = reader.ReadArgument();
        }

        return negative ? encoded + 1 : encoded; // a negative one stands for -1 - n
    }

    private static void WriteTime(JsonText json, long binary)
    {
        // What DateTime.FromBinary would say, without the time zones that it brings along: a local time is captured with its offset.
        const long Ticks = 0x3FFF_FFFF_FFFF_FFFF;
        json.Time(new DateTime(binary & Ticks), (DateTimeKind)(binary >> 62));
    }

    private static void WriteOffsetTime(JsonText json, ref CborReader reader)
    {
        reader.ReadByte(); // an array of two
        long utcTicks = reader.ReadInt64();
        int minutes = (int)reader.ReadInt64();
        json.Time(new DateTime(utcTicks + (minutes * TimeSpan.TicksPerMinute)), minutes);
    }
}
