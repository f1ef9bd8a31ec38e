using System.Diagnostics.CodeAnalysis;
using System.Text;
using Observe.Exporting.Json;
using Observe.Masking;
using Observe.Recording;

namespace Observe.Exporting.Reading;

/// <summary>What decoding a run needs again and again: buffers, and the mask that every text goes through.</summary>
internal sealed class TraceScratch
{
    private readonly TextMask _textMask;
    private readonly MaskBuffer? _mask;

    public TraceScratch(TextMask mask)
    {
        _textMask = mask;
        _mask = mask.IsNone ? null : new MaskBuffer(mask);
        Json = new JsonText(capacity: 4 * 1024) { Mask = _mask };
    }

    public JsonText Json { get; }

    public string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(_mask is null ? utf8 : _mask.Masked(utf8));

    /// <summary>A text that is decoded already, masked.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Plain(string? text) => text is null ? null : _textMask.Mask(text);

    /// <summary>The next text of a record, masked.</summary>
    public string? Text(ref RecordCursor cursor)
    {
        ReadOnlySpan<byte> utf8 = cursor.ReadUtf8(out bool isNull);
        return isNull ? null : Text(utf8);
    }

    /// <summary>The text of a tag: its key says more about it than the text itself.</summary>
    public string Member(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8) =>
        Encoding.UTF8.GetString(_mask is null ? utf8 : _mask.MaskedMember(name, utf8));

    /// <summary>A captured value that has a name, as masked JSON.</summary>
    public string NamedValue(ReadOnlySpan<byte> name, ReadOnlySpan<byte> cbor)
    {
        Json.Clear();
        Json.BeginObject();
        Json.AnyName(name);
        int from = Json.Length;
        CborToJson.Write(Json, cbor);
        return Encoding.UTF8.GetString(Json.Written.Span[from..]);
    }

    /// <summary>A captured value as masked JSON; null when there is none.</summary>
    public string? Value(ReadOnlySpan<byte> cbor) => cbor.IsEmpty ? null : CborToJson.ToText(Json, cbor);
}
