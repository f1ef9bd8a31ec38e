using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Observe.Behaviour.Tests.Differential;

[Flags]
internal enum Access
{
    None,
    Read = 1,
    Write = 2,
}

internal enum Sky
{
    Grey,

    [JsonStringEnumMemberName("azure")]
    Blue,
}

internal sealed record Boxed(object Value);

internal sealed record Pair((int Number, string Text) Value);

internal sealed record Omitting([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text);

internal sealed record LazyItems(IEnumerable<int> Items);

internal sealed class LazyNumbers : IEnumerable<int>
{
    public IEnumerator<int> GetEnumerator()
    {
        yield return 1;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal sealed class Throwing
{
    public int First { get; init; } = 1;

    public int Second => throw new FormatException();
}

internal sealed class Circle
{
    public Circle? Next { get; set; }
}

internal sealed class PriceService
{
    public int Price => 1;
}

internal interface IPriced
{
    int Price { get; }

    void Reprice();
}

internal sealed class Priced : IPriced
{
    public int Price => 1;

    public void Reprice()
    {
    }
}

internal sealed record FrameworkObject(StringBuilder Text);

internal sealed record Document(JsonElement Json);

[JsonConverter(typeof(InchesConverter))]
internal sealed record Inches(int Number);

internal sealed class InchesConverter : JsonConverter<Inches>
{
    public override Inches Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Inches value, JsonSerializerOptions options) =>
        writer.WriteStringValue($"{value.Number} in");
}

internal sealed record Undefined(ImmutableArray<int> Items);

internal sealed record Login(string User, [Sensitive] string Password, [NotCaptured] string Note);

internal sealed class Including
{
    [JsonInclude]
    public int Field = 1;

    [JsonInclude]
    internal int Inside { get; init; } = 2;
}

internal sealed record Silent([property: JsonIgnore] int Value);

[JsonDerivedType(typeof(Cat), "cat")]
internal class Pet
{
    public int Age { get; init; }
}

internal sealed class Cat : Pet
{
    public int Lives { get; init; }
}

internal sealed class Extended
{
    [JsonExtensionData]
    public Dictionary<string, object?> More { get; init; } = [];
}

internal sealed record Large(BigInteger Value);

internal sealed record Native(nint Value);

internal sealed record Blob(Memory<byte> Value);

[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
internal sealed record Worded(int Value);

internal class Base
{
    [JsonPropertyName("renamed")]
    public virtual int Value { get; init; }
}

internal sealed class Overriding : Base
{
    public override int Value { get; init; }
}
