using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>Heads of generated methods.</summary>
internal static class SignatureSource
{
    public static void WriteAttributes(SourceWriter writer, EquatableArray<string> attributes)
    {
        if (attributes.Count > 0)
        {
            writer.WriteLine($"[{string.Join(", ", attributes)}]");
        }
    }

    public static string Head(string modifiers, MethodSignature signature, string name, IEnumerable<string> parameters) =>
        $"{modifiers} {signature.ReturnType} {name}{signature.TypeParameters}({string.Join(", ", parameters)})";

    /// <summary>Writes a head and its constraint clauses, the <paramref name="end"/> behind the last of them.</summary>
    public static void Write(SourceWriter writer, string head, EquatableArray<string> constraints, string end = "")
    {
        List<string> lines = [head, .. constraints];
        lines[^1] += end;
        writer.WriteLine(lines[0]);
        writer.WriteIndented(lines.Skip(1));
    }
}
