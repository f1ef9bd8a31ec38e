using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Observe.CompilerServices;

namespace Observe;

/// <summary>
/// A value that is recorded by hand. Texts, numbers, truth values, times and JSON convert by themselves; <see cref="Map"/> and
/// <see cref="List"/> build structure, and <see cref="From{T}"/> takes any type that has JSON metadata from the compiler.
/// </summary>
public readonly struct CapturedValue
{
    private readonly Action<CaptureWriter>? _write;

    private CapturedValue(Action<CaptureWriter> write) => _write = write;

    internal bool IsEmpty => _write is null;

    /// <summary>A text.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(string? value) => new(writer => writer.Write(value));

    /// <summary>A truth value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(bool value) => new(writer => writer.Write(value));

    /// <summary>A whole number.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(int value) => new(writer => writer.Write(value));

    /// <summary>A whole number.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(long value) => new(writer => writer.Write(value));

    /// <summary>A number.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(double value) => new(writer => writer.Write(value));

    /// <summary>A decimal number.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(decimal value) => new(writer => writer.Write(value));

    /// <summary>A UUID.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(Guid value) => new(writer => writer.Write(value));

    /// <summary>A point in time.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(DateTimeOffset value) => new(writer => writer.Write(value));

    /// <summary>A duration.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(TimeSpan value) => new(writer => writer.Write(value));

    /// <summary>A JSON value with its structure.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(JsonElement value) => new(writer => writer.Write(value));

    /// <summary>A JSON value with its structure.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CapturedValue(JsonNode? value) => new(writer => writer.Write(value));

    /// <summary>An object with these members.</summary>
    /// <param name="members">Names and values.</param>
    public static CapturedValue Map(params (string Name, CapturedValue Value)[] members) => new(writer => writer.WriteMembers(members));

    /// <summary>A list of these values.</summary>
    /// <param name="values">The values.</param>
    public static CapturedValue List(params CapturedValue[] values) =>
        new(writer => writer.WriteSequence(values, static (nested, value) => value.WriteTo(nested)));

    /// <summary>A value of any type, written as its JSON metadata says. A converter that throws leaves a mark in its place.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">Metadata from a <c>JsonSerializerContext</c>.</param>
    public static CapturedValue From<T>(T value, JsonTypeInfo<T> typeInfo) => new(writer => writer.WriteJson(value, typeInfo));

    internal void WriteTo(CaptureWriter writer)
    {
        if (_write is null)
        {
            writer.WriteNull();
        }
        else
        {
            _write(writer);
        }
    }
}
