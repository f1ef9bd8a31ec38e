using System.Text;
using Observe.Capturing;

namespace Observe.Policies;

/// <summary>Looks into a captured input without decoding it.</summary>
internal static class InputCheck
{
    /// <summary>Nothing, null, an empty text or an object without members.</summary>
    public static bool IsEmpty(ReadOnlySpan<byte> cbor) => cbor switch
    {
        [] or [CborByte.Null] or [CborMajor.Text] or [CborMajor.Map] or [CborByte.OpenMap, CborByte.Break] => true,
        _ => false,
    };

    /// <summary>The type of the first part that is not among the allowed ones; null when there is none.</summary>
    public static InputTypes? FindOther(ReadOnlySpan<byte> cbor, InputTypes allowed)
    {
        if ((cbor[0] & 0xE0) != CborMajor.Map)
        {
            InputTypes type = TypeOf(cbor);
            return (type & allowed) == type ? null : type;
        }

        CborReader reader = new(cbor);
        bool open = reader.Peek == CborByte.OpenMap;
        ulong left = open ? (ulong)reader.ReadByte() : reader.ReadArgument();
        while (open ? reader.Peek != CborByte.Break : left-- > 0)
        {
            reader.Skip();
            InputTypes type = TypeOf(reader.Rest);

            // An object may have texts for members, so JSON allows them.
            InputTypes enough = type == InputTypes.Text ? InputTypes.Text | InputTypes.Json : type;
            if (type != InputTypes.None && (enough & allowed) == InputTypes.None)
            {
                return type;
            }

            reader.Skip();
        }

        return null;
    }

    /// <summary>The first piece of active HTML in a text; null when there is none.</summary>
    public static string? FindHtml(ReadOnlySpan<byte> cbor)
    {
        CapturedTexts texts = new(cbor);
        while (texts.MoveNext())
        {
            if (Contains(texts.Current, "<script"u8))
            {
                return "<script";
            }

            if (Contains(texts.Current, "javascript:"u8))
            {
                return "javascript:";
            }
        }

        return null;
    }

    private static InputTypes TypeOf(ReadOnlySpan<byte> value)
    {
        CborReader reader = new(value);
        return reader.PeekMajor switch
        {
            CborMajor.Text => InputTypes.Text,
            CborMajor.Bytes => InputTypes.Binary,
            CborMajor.Map => IsCutBytes(reader) ? InputTypes.Binary : InputTypes.Json,

            // The bytes of tagged values are numbers and ids.
            _ => reader.Peek == CborByte.Null ? InputTypes.None : InputTypes.Json,
        };
    }

    /// <summary>Whether a map is the mark of a cut byte array: <c>{"$omitted": n, "$bytes": …}</c>.</summary>
    private static bool IsCutBytes(CborReader reader)
    {
        if (reader.ReadByte() != (CborMajor.Map | 2) || reader.PeekMajor != CborMajor.Text || !reader.ReadString().SequenceEqual(CaptureMarks.Omitted))
        {
            return false;
        }

        reader.Skip();
        return reader.PeekMajor == CborMajor.Text && reader.ReadString().SequenceEqual(CaptureMarks.Bytes);
    }

    /// <summary>Whether a text contains ASCII letters in whatever case.</summary>
    private static bool Contains(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower)
    {
        byte first = lower[0];
        byte upper = first is >= (byte)'a' and <= (byte)'z' ? (byte)(first - 32) : first;
        while (text.IndexOfAny(first, upper) is >= 0 and int at && at + lower.Length <= text.Length)
        {
            if (Ascii.EqualsIgnoreCase(text.Slice(at, lower.Length), lower))
            {
                return true;
            }

            text = text[(at + 1)..];
        }

        return false;
    }
}
