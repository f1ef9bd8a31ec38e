using System.Text.Json;
using Observe.Policies;

namespace Observe;

/// <summary>Captured arguments or a captured result, as they stand in the record. Valid only as long as the <see cref="PolicyContext"/> that it came from.</summary>
public readonly struct RecordedValue
{
    private readonly ReadOnlyMemory<byte> _cbor;

    internal RecordedValue(ReadOnlyMemory<byte> cbor) => _cbor = cbor;

    /// <summary>Whether nothing was captured.</summary>
    public bool IsEmpty => _cbor.IsEmpty;

    /// <summary>The value in binary form, CBOR (RFC 8949).</summary>
    internal ReadOnlySpan<byte> Cbor => _cbor.Span;

    /// <summary>The text of a member, or of the whole value when the name is empty; null when it is absent or no text.</summary>
    /// <param name="member">Name of the member (argument), compared exactly.</param>
    public string? GetText(string member) => RecordedValueReader.GetText(Cbor, member);

    /// <summary>The number of a member, or of the whole value when the name is empty; null when it is absent or no number.</summary>
    /// <param name="member">Name of the member (argument), compared exactly.</param>
    public double? GetNumber(string member) => RecordedValueReader.GetNumber(Cbor, member);

    /// <summary>Every text in the value, nested ones included, in their order; names of members are not among them.</summary>
    public IEnumerable<string> Texts() => RecordedValueReader.Texts(_cbor);

    /// <summary>The value as JSON; empty when nothing was captured.</summary>
    public string ToJson() => RecordedValueReader.ToJson(Cbor);

    /// <summary>The value as a JSON element; <see cref="JsonValueKind.Undefined"/> when nothing was captured.</summary>
    public JsonElement ToJsonElement() => RecordedValueReader.ToJsonElement(Cbor);
}
