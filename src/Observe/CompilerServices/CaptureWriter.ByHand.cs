using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Observe.CompilerServices;

public sealed partial class CaptureWriter
{
    internal void WriteMembers((string Name, CapturedValue Value)[] members)
    {
        if (BeginStruct())
        {
            foreach ((string name, CapturedValue value) in members ?? [])
            {
                PropertyText(name ?? "");
                value.WriteTo(this);
            }

            EndObject();
        }
    }

    internal void WriteJson<T>(T value, JsonTypeInfo<T> typeInfo)
    {
        int position = _position;
        int depth = _depth;
        try
        {
            Write(JsonSerializer.SerializeToElement(value, typeInfo));
        }
        catch (Exception exception)
        {
            PutErrorMark(position, depth, exception);
        }
    }
}
