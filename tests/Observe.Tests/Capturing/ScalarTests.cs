using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Observe.CompilerServices;

namespace Observe.Tests.Capturing;

public class ScalarTests
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly DateTime[] s_times =
    [
        DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch, new(2026, 3, 4, 5, 6, 7), new(2026, 3, 4, 5, 6, 7, DateTimeKind.Local),
        new(DateTime.MinValue.Ticks, DateTimeKind.Local), new(DateTime.MaxValue.Ticks, DateTimeKind.Local),
        new(2026, 3, 4, 5, 6, 7, 120, DateTimeKind.Utc), new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc).AddTicks(1),
    ];

    [Fact]
    public void Times_keep_their_kind_and_look_as_in_JSON()
    {
        foreach (DateTime value in s_times)
        {
            Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(writer => writer.Write(value)));
        }
    }

    [Fact]
    public void Times_with_an_offset_keep_it_and_look_as_in_JSON()
    {
        foreach (double hours in (double[])[0, 1, -1, 5.75, -9.5, 14, -14, 1 / 60.0])
        {
            TimeSpan offset = TimeSpan.FromMinutes(Math.Round(hours * 60));
            foreach (long ticks in (long[])[TimeSpan.TicksPerDay, 638_000_000_000_000_001, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay])
            {
                DateTimeOffset value = new(ticks, offset);
                Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(writer => writer.Write(value)));
            }
        }

        Assert.Equal(JsonSerializer.Serialize(DateTimeOffset.MinValue, s_json), Capture.Json(writer => writer.Write(DateTimeOffset.MinValue)));
        Assert.Equal(JsonSerializer.Serialize(DateTimeOffset.MaxValue, s_json), Capture.Json(writer => writer.Write(DateTimeOffset.MaxValue)));
    }

    [Fact]
    public void Dates_look_as_in_JSON()
    {
        foreach (DateOnly value in (DateOnly[])[DateOnly.MinValue, DateOnly.MaxValue, new(1969, 12, 31), new(1970, 1, 1), new(2024, 2, 29)])
        {
            Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(writer => writer.Write(value)));
        }
    }

    [Fact]
    public void Times_of_day_look_as_in_JSON()
    {
        foreach (TimeOnly value in (TimeOnly[])[TimeOnly.MinValue, TimeOnly.MaxValue, new(1, 2), new(1, 2, 3, 500), new(23, 59, 59)])
        {
            Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(writer => writer.Write(value)));
        }
    }

    [Fact]
    public void Durations_look_as_in_JSON()
    {
        foreach (long ticks in (long[])[0, 1, -1, TimeSpan.TicksPerDay, -TimeSpan.TicksPerHour - 5, long.MaxValue, long.MinValue])
        {
            TimeSpan value = new(ticks);
            Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(writer => writer.Write(value)));
        }
    }

    [Fact]
    public void A_UUID_reads_back_in_network_order()
    {
        Guid value = new("00112233-4455-6677-8899-aabbccddeeff");
        System.Formats.Cbor.CborReader reader = Capture.Cbor(writer => writer.Write(value));
        Assert.Equal(37ul, (ulong)reader.ReadTag());
        Assert.Equal(Convert.FromHexString("00112233445566778899aabbccddeeff"), reader.ReadByteString());
        Assert.Equal("\"00112233-4455-6677-8899-aabbccddeeff\"", Capture.Json(writer => writer.Write(value)));
    }

    [Fact]
    public void Truth_values_and_null_are_those_of_CBOR_and_JSON()
    {
        Assert.True(Capture.Cbor(writer => writer.Write(true)).ReadBoolean());
        Assert.Equal("true", Capture.Json(writer => writer.Write(true)));
        Assert.Equal("false", Capture.Json(writer => writer.Write(false)));
        Assert.Equal("null", Capture.Json(writer => writer.WriteNull()));
        Assert.Equal("null", Capture.Json(writer => writer.Write((string?)null)));
        Assert.Equal("null", Capture.Json(writer => writer.Write((byte[]?)null)));
        Assert.Equal("null", Capture.Json(writer => writer.Write((Uri?)null)));
        Assert.Equal("null", Capture.Json(writer => writer.Write((Version?)null)));
        Assert.Equal("null", Capture.Json(writer => writer.WriteNullable<int>(null, (nested, value) => nested.Write(value))));
        Assert.Equal("null", Capture.Json(writer => writer.WriteDynamic<object?>(null)));
        Assert.Equal("null", Capture.Json(writer => writer.Write((System.Text.Json.Nodes.JsonNode?)null)));
        Assert.Equal("null", Capture.Json(writer => writer.Write(default(JsonElement))));
    }

    [Fact]
    public void Characters_runes_addresses_and_versions_are_text()
    {
        Same("x", writer => writer.Write('x'));
        Same("\ufffd", writer => writer.Write('\ud800'));
        Same("\0", writer => writer.Write('\0'));
        Same("🙂", writer => writer.Write(new Rune(0x1F642)));
        Same("../a b?c=%20#d", writer => writer.Write(new Uri("../a b?c=%20#d", UriKind.Relative)));
        Same("1.2.3.4", writer => writer.Write(new Version(1, 2, 3, 4)));
    }

    [Fact]
    public void Bytes_are_base64_as_in_JSON()
    {
        foreach (int length in (int[])[0, 1, 2, 3, 23, 24, 255, 256, 1000])
        {
            byte[] value = new byte[length];
            new Random(length).NextBytes(value);
            Assert.Equal(value, Capture.Cbor(writer => writer.Write(value)).ReadByteString());
            Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(writer => writer.Write(value)));
        }
    }

    [Fact]
    public void A_value_of_unknown_type_is_written_as_what_it_is()
    {
        object[] values =
        [
            "text", true, 1, 2L, 3.5, 4.50m, 5.5f, 'c', (byte)6, (sbyte)-7, (short)-8, (ushort)9, 10u, 11ul, Guid.Empty, DateTime.UnixEpoch,
            DateTimeOffset.UnixEpoch, new DateOnly(2026, 1, 2), new TimeOnly(3, 4), TimeSpan.FromSeconds(5), new Uri("http://x/"),
        ];
        foreach (object value in values)
        {
            Assert.Equal(JsonSerializer.Serialize(value, s_json), Capture.Json(writer => writer.WriteDynamic(value)));
        }

        Assert.Equal("""{"$type":"DayOfWeek"}""", Capture.Json(writer => writer.WriteDynamic(DayOfWeek.Monday)));
        Assert.Equal("""{"$type":"MemoryStream"}""", Capture.Json(writer => writer.WriteDynamic<object>(new MemoryStream())));
    }

    private static void Same(string expected, Action<CaptureWriter> write)
    {
        Assert.Equal(expected, Capture.Cbor(write).ReadTextString());
        Assert.Equal(expected, Capture.Element(write).GetString());
    }
}
