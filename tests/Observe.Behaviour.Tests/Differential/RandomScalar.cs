using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>Values of the types that are written as one token, the corners of each among them.</summary>
internal static class RandomScalar
{
    private static readonly FrozenDictionary<Type, Func<Random, object>> s_makers = new Dictionary<Type, Func<Random, object>>
    {
        [typeof(bool)] = static random => random.Next(2) == 0,
        [typeof(char)] = static random => RandomText.Unit(random),
        [typeof(string)] = static random => RandomText.Of(random),
        [typeof(sbyte)] = static random => (sbyte)Bits(random),
        [typeof(byte)] = static random => (byte)Bits(random),
        [typeof(short)] = static random => (short)Bits(random),
        [typeof(ushort)] = static random => (ushort)Bits(random),
        [typeof(int)] = static random => (int)Bits(random),
        [typeof(uint)] = static random => (uint)Bits(random),
        [typeof(long)] = static random => Bits(random),
        [typeof(ulong)] = static random => (ulong)Bits(random),
        [typeof(Int128)] = static random => new Int128((ulong)Bits(random), (ulong)Bits(random)),
        [typeof(UInt128)] = static random => new UInt128((ulong)Bits(random), (ulong)Bits(random)),
        [typeof(BigInteger)] = static random => new BigInteger(Bytes(random, 40)),
        [typeof(Half)] = static random => BitConverter.UInt16BitsToHalf((ushort)Bits(random)),
        [typeof(float)] = static random => Pick(random, 0f, -0f, float.NaN, float.NegativeInfinity, float.MaxValue, float.Epsilon, 0.1f,
            BitConverter.UInt32BitsToSingle((uint)Bits(random)), (float)Math.Round(random.NextDouble() * 100, 2)),
        [typeof(double)] = static random => Pick(random, 0d, -0d, double.NaN, double.PositiveInfinity, double.MinValue, double.Epsilon, 0.1,
            BitConverter.Int64BitsToDouble(Bits(random)), Math.Round(random.NextDouble() * 1000, 2)),
        [typeof(decimal)] = static random => Decimal(random),
        [typeof(DateTime)] = static random => new DateTime(Ticks(random), (DateTimeKind)random.Next(3)),
        [typeof(DateTimeOffset)] = static random => Offset(random),
        [typeof(DateOnly)] = static random => DateOnly.FromDateTime(new DateTime(Ticks(random))),
        [typeof(TimeOnly)] = static random => new TimeOnly(Ticks(random) % TimeSpan.TicksPerDay),
        [typeof(TimeSpan)] = static random => new TimeSpan(Bits(random)),
        [typeof(Guid)] = static random => new Guid(Bytes(random, 16, 16)),
        [typeof(Uri)] = static random => Pick(
            random, new Uri("https://example.org/a%20b?q=ü#x"), new Uri("../up/ä b", UriKind.Relative), new Uri("urn:a:b")),
        [typeof(Version)] = static random => Pick(random, new Version(1, 2), new Version(1, 2, 3), new Version(1, 2, 3, int.MaxValue)),
        [typeof(byte[])] = static random => Bytes(random, 60),
        [typeof(ReadOnlyMemory<byte>)] = static random => (ReadOnlyMemory<byte>)Bytes(random, 60),
        [typeof(JsonElement)] = static random => JsonDocument.Parse(RandomJson.Of(random)).RootElement,
        [typeof(JsonNode)] = static random => JsonNode.Parse(RandomJson.Of(random)) ?? JsonValue.Create(1),
        [typeof(JsonObject)] = static random => new JsonObject { ["a"] = JsonNode.Parse(RandomJson.Of(random)) },
        [typeof(JsonArray)] = static random => new JsonArray(JsonNode.Parse(RandomJson.Of(random)), 1),
    }.ToFrozenDictionary();

    /// <summary>What may stand where the type says only <c>object</c>.</summary>
    private static readonly Type[] s_boxed =
    [
        .. s_makers.Keys.Where(static type => type != typeof(byte[]) && type != typeof(ReadOnlyMemory<byte>) && type != typeof(Version)
            && type != typeof(Int128) && type != typeof(UInt128) && type != typeof(BigInteger) && type != typeof(Half)),
    ];

    /// <summary>A value, or null for a type that is none of these.</summary>
    public static object? Of(Type type, Random random) => type == typeof(object)
        ? s_makers[s_boxed[random.Next(s_boxed.Length)]](random)
        : s_makers.TryGetValue(type, out Func<Random, object>? make) ? make(random) : null;

    public static T Pick<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    // Numbers of every size, and the ends of every size.
    private static long Bits(Random random)
    {
        long bits = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
        return random.Next(8) switch
        {
            0 => Pick(
                random, 0L, -1L, 1L, long.MinValue, long.MaxValue, 23L, 24L, 255L, 256L, 65535L, 65536L, uint.MaxValue, uint.MaxValue + 1L),
            1 => bits & 0xFF,
            _ => bits,
        };
    }

    private static byte[] Bytes(Random random, int most, int least = 0)
    {
        byte[] bytes = new byte[random.Next(least, most + 1)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static decimal Decimal(Random random) => random.Next(4) switch
    {
        0 => Pick(
            random, decimal.MaxValue, decimal.MinValue, 0m, -0.0m, 1.10m, 0.0000000000000000000000000001m, -1m, ulong.MaxValue, ulong.MaxValue + 1m),
        1 => decimal.Parse($"{random.Next(1000)}.{random.Next(100):D2}", CultureInfo.InvariantCulture),
        _ => new decimal((int)Bits(random), (int)Bits(random), (int)Bits(random), random.Next(2) == 0, (byte)random.Next(29)),
    };

    private static long Ticks(Random random) => random.Next(6) switch
    {
        0 => Pick(random, 0L, DateTime.MaxValue.Ticks, DateTime.UnixEpoch.Ticks),
        1 => random.Next(700_000, 760_000) * TimeSpan.TicksPerDay,
        2 => (random.NextInt64(DateTime.MaxValue.Ticks) / TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond,
        _ => random.NextInt64(DateTime.MaxValue.Ticks),
    };

    private static DateTimeOffset Offset(Random random)
    {
        TimeSpan offset = TimeSpan.FromMinutes(random.Next(4) == 0 ? random.Next(-14 * 60, 14 * 60) : random.Next(-14, 15) * 60);
        long ticks = Math.Clamp(Ticks(random), TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        return new DateTimeOffset(ticks, offset);
    }
}
