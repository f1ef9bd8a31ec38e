using System.Text.Json;
using System.Text.Json.Nodes;

namespace Observe.CompilerServices;

public sealed partial class CaptureWriter
{
    /// <summary>Writes a JSON value with its structure.</summary>
    /// <param name="value">The value.</param>
    public void Write(JsonElement value)
    {
        int position = _position;
        int depth = _depth;
        try
        {
            WriteJson(value);
        }
        catch (Exception exception)
        {
            // The document behind the element has been disposed, or a text in it is half a surrogate pair.
            PutErrorMark(position, depth, exception);
        }
    }

    private void WriteJson(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: WriteJsonObject(value); break;
            case JsonValueKind.Array: WriteJsonArray(value); break;
            case JsonValueKind.String: Write(value.GetString()); break;
            case JsonValueKind.True: Write(true); break;
            case JsonValueKind.False: Write(false); break;
            case JsonValueKind.Number: WriteJsonNumber(value); break;
            default: WriteNull(); break;
        }
    }

    /// <summary>Writes a JSON value with its structure.</summary>
    /// <param name="value">The value.</param>
    public void Write(JsonNode? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        int position = _position;
        int depth = _depth;
        try
        {
            using JsonDocument document = JsonDocument.Parse(value.ToJsonString());
            WriteJson(document.RootElement);
        }
        catch (Exception exception)
        {
            PutErrorMark(position, depth, exception);
        }
    }

    private void WriteJsonObject(JsonElement value)
    {
        if (BeginStruct())
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                PropertyText(member.Name);
                WriteJson(member.Value);
            }

            EndObject();
        }
    }

    private void WriteJsonArray(JsonElement value)
    {
        if (!BeginArray(this))
        {
            return;
        }

        // The elements of one JSON array are no object of ours: nothing to look for cycles by.
        _levels[_depth].Reference = null;
        int count = 0;
        foreach (JsonElement element in value.EnumerateArray())
        {
            if (++count > _options.MaxItems)
            {
                _levels[_depth].Omitted++;
            }
            else
            {
                WriteJson(element);
            }
        }

        Pop();
    }

    private void WriteJsonNumber(JsonElement value)
    {
        if (value.TryGetInt64(out long integer) && (integer != 0 || !double.IsNegative(value.GetDouble())))
        {
            Write(integer);
        }
        else if (value.TryGetUInt64(out ulong unsigned))
        {
            Write(unsigned);
        }
        else if (value.TryGetDecimal(out decimal exact) && exact != 0 && (double)exact == value.GetDouble())
        {
            Write(exact);
        }
        else
        {
            Write(value.GetDouble());
        }
    }

    private void PropertyText(string name)
    {
        _levels[_depth].MemberStart = _position;
        if (TryReserve((name.Length * 3) + 5))
        {
            WriteWholeText(name);
        }
        else
        {
            _skipNext = true;
        }
    }
}
