using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Observe.Behaviour.Tests.Differential;

/// <summary>The JSON that captured values are measured by: what System.Text.Json writes, its enums as words.</summary>
internal static class Reference
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        MaxDepth = 200,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(), new BigIntegerConverter() },
    };

    public static string JsonOf(object? value, Type type) => JsonSerializer.Serialize(value, type, s_options);

    // It has none for this type, and writes its properties; what would be right is not in doubt.
    private sealed class BigIntegerConverter : JsonConverter<BigInteger>
    {
        public override BigInteger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) =>
            writer.WriteRawValue($"{value}");

        public override void WriteAsPropertyName(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) =>
            writer.WritePropertyName($"{value}");
    }
}
