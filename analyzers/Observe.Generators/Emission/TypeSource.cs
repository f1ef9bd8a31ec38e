using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>The generated file of one type.</summary>
internal static class TypeSource
{
    public static string Write(ObservedType type)
    {
        SourceWriter writer = new();
        FileHeader.Write(writer, type);
        WriteNamespace(writer, type);

        Stack<SourceWriter.Block> blocks = new();
        foreach (string header in type.Headers)
        {
            writer.WriteLine(header);
            blocks.Push(writer.OpenBlock());
        }

        WriteMembers(writer, type);
        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }

        DescriptorSource.Write(writer, type);
        if (!type.CaptureIsNested)
        {
            CaptureSource.Write(writer, type);
        }

        return writer.ToString();
    }

    private static void WriteNamespace(SourceWriter writer, ObservedType type)
    {
        if (type.Namespace is not null)
        {
            writer.WriteLine($"""
                namespace {type.Namespace};

                """);
        }
    }

    private static void WriteMembers(SourceWriter writer, ObservedType type)
    {
        for (int i = 0; i < type.Methods.Count; i++)
        {
            if (i > 0)
            {
                writer.WriteLine();
            }

            ImplementationSource.Write(writer, type.Methods[i]);
            if (type.Methods[i].Implementation == ImplementationKind.Observed)
            {
                writer.WriteLine();
                WriteObserved(writer, type, type.Methods[i]);
            }
        }

        if (type.CaptureIsNested)
        {
            CaptureSource.Write(writer, type);
        }
    }

    private static void WriteObserved(SourceWriter writer, ObservedType type, ObservedMethod method)
    {
        ObservedSource.Write(writer, type, method);
        if (method.Admission.Kind == AdmissionKind.Awaited)
        {
            AdmittedSource.Write(writer, method);
        }

        if (method.Retry is { } retry)
        {
            RetriedSource.Write(writer, type, method, retry);
        }
    }
}
