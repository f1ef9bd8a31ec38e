using Observe.Capturing;

namespace Observe.Exporting.Json;

/// <summary>Turns a captured value into JSON.</summary>
internal static class CborToJson
{
    public static void Write(JsonText json, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            json.Null();
            return;
        }

        CborReader reader = new(value);
        WriteValue(json, ref reader);
    }

    /// <summary>Writes a value as the text of its JSON.</summary>
    public static string ToText(JsonText scratch, ReadOnlySpan<byte> value)
    {
        scratch.Clear();
        Write(scratch, value);
        return scratch.ToString();
    }

    private static void WriteValue(JsonText json, ref CborReader reader)
    {
        switch (reader.PeekMajor)
        {
            case CborMajor.Unsigned:
                json.Number(reader.ReadArgument());
                break;
            case CborMajor.Negative:
                json.Number(reader.ReadInt64());
                break;
            case CborMajor.Bytes:
                json.Base64(reader.ReadString());
                break;
            case CborMajor.Text:
                json.String(reader.ReadString());
                break;
            case CborMajor.Array:
                WriteArray(json, ref reader);
                break;
            case CborMajor.Map:
                WriteMap(json, ref reader);
                break;
            case CborMajor.Tag:
                CborTagToJson.Write(json, ref reader);
                break;
            default:
                WriteSimple(json, ref reader);
                break;
        }
    }

    private static void WriteArray(JsonText json, ref CborReader reader)
    {
        json.BeginArray();
        if (reader.Peek == CborByte.OpenArray)
        {
            reader.ReadByte();
            while (reader.Peek != CborByte.Break)
            {
                WriteValue(json, ref reader);
            }

            reader.ReadByte();
        }
        else
        {
            for (ulong left = reader.ReadArgument(); left > 0; left--)
            {
                WriteValue(json, ref reader);
            }
        }

        json.EndArray();
    }

    private static void WriteMap(JsonText json, ref CborReader reader)
    {
        json.BeginObject();
        if (reader.Peek == CborByte.OpenMap)
        {
            reader.ReadByte();
            while (reader.Peek != CborByte.Break)
            {
                WriteMember(json, ref reader);
            }

            reader.ReadByte();
        }
        else
        {
            for (ulong left = reader.ReadArgument(); left > 0; left--)
            {
                WriteMember(json, ref reader);
            }
        }

        json.EndObject();
    }

    private static void WriteMember(JsonText json, ref CborReader reader)
    {
        if (reader.PeekMajor == CborMajor.Text)
        {
            json.AnyName(reader.ReadString());
        }
        else if (reader.Peek is CborByte.True or CborByte.False)
        {
            json.AnyName(reader.ReadByte() == CborByte.True ? "True"u8 : "False"u8);
        }
        else
        {
            // JSON has only text as keys: a number, time or UUID becomes the text of its JSON, a truth value that of .NET.
            JsonText key = new(capacity: 64);
            WriteValue(key, ref reader);
            json.AnyName(key.Written.Span.Trim((byte)'"'));
        }

        WriteValue(json, ref reader);
    }

    private static void WriteSimple(JsonText json, ref CborReader reader)
    {
        switch (reader.Peek)
        {
            case CborByte.False:
                reader.ReadByte();
                json.Boolean(false);
                break;
            case CborByte.True:
                reader.ReadByte();
                json.Boolean(true);
                break;
            case CborByte.Half:
                json.Number(reader.ReadHalf());
                break;
            case CborByte.Single:
                json.Number(reader.ReadSingle());
                break;
            case CborByte.Double:
                json.Number(reader.ReadDouble());
                break;
            default:
                reader.ReadByte();
                json.Null();
                break;
        }
    }
}
