using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>
/// The class with the writers of the user's data types and the readers of responses; nested where it can be, so that it sees what the
/// type sees.
/// </summary>
internal static class CaptureSource
{
    public static void Write(SourceWriter writer, ObservedType type)
    {
        if (type.Writers.Count + type.Readers.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"""
            {GroupComment.Captures}
            {WrittenAttributes.Class}
            {(type.CaptureIsNested ? "private" : "file")} static class {type.CaptureClass}
            """);
        using (writer.OpenBlock())
        {
            for (int i = 0; i < type.Writers.Count; i++)
            {
                if (i > 0)
                {
                    writer.WriteLine();
                }

                WriteWriter(writer, type, type.Writers[i]);
            }

            for (int i = 0; i < type.Readers.Count; i++)
            {
                if (i + type.Writers.Count > 0)
                {
                    writer.WriteLine();
                }

                LlmReaderSource.Write(writer, type.Readers[i]);
            }
        }
    }

    private static void WriteWriter(SourceWriter writer, ObservedType type, DataWriter data)
    {
        string head = $"internal static void {data.Name}{data.TypeParameters}({CompilerServices.Writer} writer, {data.ValueType} value)";
        SignatureSource.Write(writer, head, data.Constraints);
        using (writer.OpenBlock())
        {
            if (data.Kind == DataKind.Enum)
            {
                WriteEnum(writer, data);
            }
            else
            {
                WriteObject(writer, type, data);
            }
        }
    }

    private static void WriteObject(SourceWriter writer, ObservedType type, DataWriter data)
    {
        writer.WriteLine($$"""
            if (!writer.{{(data.Kind == DataKind.Class ? "BeginObject(value)" : "BeginStruct()")}})
            {
                return;
            }

            try
            """);
        using (writer.OpenBlock())
        {
            foreach (DataMember member in data.Members)
            {
                writer.WriteLine($"""
                    writer.Property({Literal.Utf8(member.Name)});
                    {ValueSource.Statement(type, member.Value!, "writer", member.Expression)}
                    """);
            }
        }

        writer.WriteLine("""
            catch (global::System.Exception exception)
            {
                writer.Failed(exception);
            }

            writer.EndObject();
            """);
    }

    private static void WriteEnum(SourceWriter writer, DataWriter data)
    {
        writer.WriteLine("switch (value)");
        using (writer.OpenBlock())
        {
            foreach (DataMember member in data.Members)
            {
                writer.WriteLine($"""
                    case {member.Expression}:
                        writer.Write({Literal.Text(member.Name)});
                        break;
                    """);
            }

            writer.WriteLine($"""
                default:
                    writer.Write(({data.NumberType})value);
                    break;
                """);
        }
    }
}
