using System.Text;
using System.Text.Json;
using Observe.Capturing;
using Observe.Exporting.Json;

namespace Observe.Policies;

/// <summary>Looks into captured values without decoding more of them than is asked for.</summary>
internal static class RecordedValueReader
{
    public static string? GetText(ReadOnlySpan<byte> cbor, string member)
    {
        ReadOnlySpan<byte> value = Find(cbor, member);
        if (value.IsEmpty || (value[0] & 0xE0) != CborMajor.Text)
        {
            return null;
        }

        CborReader reader = new(value);
        return Encoding.UTF8.GetString(reader.ReadString());
    }

    public static double? GetNumber(ReadOnlySpan<byte> cbor, string member)
    {
        ReadOnlySpan<byte> value = Find(cbor, member);
        return value.IsEmpty ? null : RecordedNumber.Read(value);
    }

    public static IEnumerable<string> Texts(ReadOnlyMemory<byte> cbor)
    {
        if (cbor.IsEmpty)
        {
            return [];
        }

        List<string> texts = [];
        CborReader reader = new(cbor.Span);
        AddTexts(ref reader, texts);
        return texts;
    }

    public static string ToJson(ReadOnlySpan<byte> cbor) => cbor.IsEmpty ? "" : CborToJson.ToText(new JsonText(capacity: 256), cbor);

    public static JsonElement ToJsonElement(ReadOnlySpan<byte> cbor)
    {
        if (cbor.IsEmpty)
        {
            return default;
        }

        using JsonDocument document = JsonDocument.Parse(ToJson(cbor));
        return document.RootElement.Clone();
    }

    /// <summary>The bytes of a member of a map, or the whole value for the empty name; empty when there is no such member.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> cbor, string member)
    {
        if (member.Length == 0 || cbor.IsEmpty || (cbor[0] & 0xE0) != CborMajor.Map)
        {
            return member.Length == 0 ? cbor : default;
        }

        CborReader reader = new(cbor);
        bool open = reader.Peek == CborByte.OpenMap;
        ulong left = open ? (ulong)reader.ReadByte() : reader.ReadArgument();
        while (open ? reader.Peek != CborByte.Break : left-- > 0)
        {
            bool found = reader.PeekMajor == CborMajor.Text && Matches(reader, member);
            reader.Skip();
            ReadOnlySpan<byte> rest = reader.Rest;
            reader.Skip();
            if (found)
            {
                return rest[..^reader.Rest.Length];
            }
        }

        return default;
    }

    private static bool Matches(CborReader at, string member)
    {
        ReadOnlySpan<byte> name = at.ReadString();
        Span<byte> wanted = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(member, wanted, out int length)
            ? name.SequenceEqual(wanted[..length])
            : Encoding.UTF8.GetString(name) == member;
    }

    private static void AddTexts(ref CborReader reader, List<string> texts)
    {
        switch (reader.PeekMajor)
        {
            case CborMajor.Text:
                texts.Add(Encoding.UTF8.GetString(reader.ReadString()));
                break;
            case CborMajor.Array:
                AddItems(ref reader, texts, isMap: false);
                break;
            case CborMajor.Map:
                AddItems(ref reader, texts, isMap: true);
                break;
            case CborMajor.Tag:
                reader.ReadArgument();
                AddTexts(ref reader, texts);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void AddItems(ref CborReader reader, List<string> texts, bool isMap)
    {
        bool open = reader.Peek is CborByte.OpenArray or CborByte.OpenMap;
        ulong left = open ? (ulong)reader.ReadByte() : reader.ReadArgument();
        while (open ? reader.Peek != CborByte.Break : left-- > 0)
        {
            if (isMap)
            {
                reader.Skip();
            }

            AddTexts(ref reader, texts);
        }

        if (open)
        {
            reader.ReadByte();
        }
    }
}
