using System.Formats.Cbor;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Observe.CompilerServices;

namespace Observe.Tests.Capturing;

public class NumberTests
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static readonly long[] s_integers =
    [
        0, 1, 23, 24, 255, 256, 65535, 65536, uint.MaxValue, uint.MaxValue + 1L, int.MaxValue, long.MaxValue,
        -1, -24, -25, -256, -257, int.MinValue, long.MinValue,
    ];

    private static readonly double[] s_floats =
    [
        0, -0.0, 0.1, 1e16, 1e-5, double.MaxValue, double.Epsilon, Math.PI, 123456789.125,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];

    private static readonly decimal[] s_decimals =
    [
        0m, 0.0m, 1m, 1.00m, -1m, 123.4500m, 0.1m, -0.1m, decimal.MaxValue, decimal.MinValue, 1e-28m, -1e-28m, 7.9228162514264337593543950335m,
        18446744073709551615m, 18446744073709551616m, -18446744073709551615m, -18446744073709551616m, -18446744073709551617m, 1844674407370955161.6m,
    ];

    [Fact]
    public void Whole_numbers_of_every_type_read_back_and_look_as_in_JSON()
    {
        foreach (long value in s_integers)
        {
            Same(value, writer => writer.Write(value), value);
            Same((ulong)value, writer => writer.Write((ulong)value), (ulong)value);
            Same((int)value, writer => writer.Write((int)value), (int)value);
            Same((uint)value, writer => writer.Write((uint)value), (uint)value);
            Same((short)value, writer => writer.Write((short)value), (short)value);
            Same((ushort)value, writer => writer.Write((ushort)value), (ushort)value);
            Same((sbyte)value, writer => writer.Write((sbyte)value), (sbyte)value);
            Same((byte)value, writer => writer.Write((byte)value), (byte)value);
            Same(value, writer => writer.Write((nint)value), value);
            Same((ulong)value, writer => writer.Write((nuint)(ulong)value), (ulong)value);
        }
    }

    [Fact]
    public void Integers_of_128_bits_and_more_read_back_and_look_as_in_JSON()
    {
        foreach (Int128 value in (Int128[])[0, 1, -1, 255, -256, long.MinValue, ulong.MaxValue, Int128.MaxValue, Int128.MinValue])
        {
            Same(value, writer => writer.Write(value), (BigInteger)value);
            Same((UInt128)value, writer => writer.Write((UInt128)value), (BigInteger)(UInt128)value);
            BigInteger big = (BigInteger)value * value * value;
            Assert.Equal(big, ReadInteger(Capture.Cbor(writer => writer.Write(big))));
            Assert.Equal(big.ToString(), Capture.Json(writer => writer.Write(big)));
        }
    }

    [Fact]
    public void Integers_of_every_length_look_as_in_JSON()
    {
        Random random = new(20260305);
        for (int length = 1; length <= 200; length++)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            foreach (BigInteger value in (BigInteger[])[new(bytes, isUnsigned: true), -new BigInteger(bytes, isUnsigned: true), BigInteger.Pow(10, length), -BigInteger.Pow(256, length)])
            {
                Assert.Equal(value.ToString(), Capture.Json(writer => writer.Write(value)));
            }
        }
    }

    [Fact]
    public void Decimals_keep_value_and_scale()
    {
        foreach (decimal value in s_decimals)
        {
            decimal read = Capture.Cbor(writer => writer.Write(value)).ReadDecimal();
            Assert.Equal(value, read);
            Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(writer => writer.Write(value)));
        }
    }

    [Fact]
    public void Random_decimals_keep_value_and_scale()
    {
        Random random = new(20260304);
        for (int i = 0; i < 5_000; i++)
        {
            decimal value = new(random.Next(), random.Next() >> random.Next(32), random.Next() >> random.Next(32), random.Next(2) == 0, (byte)random.Next(29));
            Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(writer => writer.Write(value)));
        }
    }

    [Fact]
    public void Floating_point_numbers_keep_their_bits_and_look_as_in_JSON()
    {
        foreach (double value in s_floats)
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(Capture.Cbor(writer => writer.Write(value)).ReadDouble()));
            Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(writer => writer.Write(value)));
            float single = (float)value;
            Assert.Equal(single, Capture.Cbor(writer => writer.Write(single)).ReadSingle());
            Assert.Equal(JsonSerializer.Serialize(single, s_json), Capture.Json(writer => writer.Write(single)));
            Half half = (Half)value;
            Assert.Equal(half, Capture.Cbor(writer => writer.Write(half)).ReadHalf());
            Assert.Equal(JsonSerializer.Serialize(half, s_json), Capture.Json(writer => writer.Write(half)));
        }
    }

    private static void Same<T>(T value, Action<CaptureWriter> write, BigInteger expected)
    {
        Assert.Equal(expected, ReadInteger(Capture.Cbor(write)));
        Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(write));
    }

    private static BigInteger ReadInteger(CborReader reader) => reader.PeekState() switch
    {
        CborReaderState.UnsignedInteger => reader.ReadUInt64(),
        CborReaderState.NegativeInteger => -1 - (BigInteger)reader.ReadCborNegativeIntegerRepresentation(),
        _ => reader.ReadBigInteger(),
    };
}
