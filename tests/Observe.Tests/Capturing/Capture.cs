using System.Formats.Cbor;
using System.Text.Json;
using Observe.CompilerServices;
using Observe.Exporting.Json;

namespace Observe.Tests.Capturing;

/// <summary>Captures one value, and reads it back by readers that are not ours.</summary>
internal static class Capture
{
    public static byte[] Bytes(Action<CaptureWriter> write, Action<CaptureOptions>? configure = null)
    {
        CaptureOptions options = new();
        configure?.Invoke(options);
        CaptureWriter writer = CaptureWriter.Rent(options);
        try
        {
            write(writer);
            return writer.Written.ToArray();
        }
        finally
        {
            CaptureWriter.Return(writer);
        }
    }

    /// <summary>The JSON that the exporters make of the value; the CBOR and the JSON are valid.</summary>
    public static string Json(Action<CaptureWriter> write, Action<CaptureOptions>? configure = null)
    {
        byte[] bytes = Bytes(write, configure);
        AssertIsOneCborValue(bytes);
        string json = CborToJson.ToText(new JsonText(), bytes);
        JsonDocument.Parse(json).Dispose();
        return json;
    }

    public static JsonElement Element(Action<CaptureWriter> write, Action<CaptureOptions>? configure = null)
    {
        using JsonDocument document = JsonDocument.Parse(Json(write, configure));
        return document.RootElement.Clone();
    }

    public static CborReader Cbor(Action<CaptureWriter> write, Action<CaptureOptions>? configure = null) =>
        new(Bytes(write, configure), CborConformanceMode.Strict);

    public static void AssertIsOneCborValue(byte[] bytes)
    {
        CborReader reader = new(bytes, CborConformanceMode.Lax);
        reader.SkipValue();
        Assert.Equal(0, reader.BytesRemaining);
    }
}
