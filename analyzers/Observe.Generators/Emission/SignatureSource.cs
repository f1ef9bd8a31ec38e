using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>Heads of generated methods.</summary>
internal static class SignatureSource
{
    public static void WriteAttributes(SourceWriter writer, EquatableArray<string> attributes)
    {
        foreach (string attribute in attributes)
        {
            writer.WriteLine($"[{attribute}]");
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

    /// <summary>The parameters of a private method that hands the call on to the body: the context, if the body wants it, and the user's.</summary>
    public static IEnumerable<string> HandedOn(ObservedMethod method)
    {
        if (method.Core!.Context != ContextParameter.None)
        {
            yield return $"{CompilerServices.RunContext}{(method.Core.Context == ContextParameter.Optional ? "?" : "")} {method.Locals.Run}";
        }

        foreach (ObservedParameter parameter in method.Signature.Parameters)
        {
            yield return parameter.ObservedDeclaration;
        }
    }

    /// <summary>Writes the head of a private asynchronous method.</summary>
    public static void WriteAsync(
        SourceWriter writer, ObservedMethod method, string returnType, string name, IEnumerable<string> parameters) =>
        WritePrivate(writer, method, $"{method.Signature.ObservedModifiers} async", returnType, name, parameters);

    /// <summary>Writes the head of a private method that returns what the body returns.</summary>
    public static void WritePrivate(SourceWriter writer, ObservedMethod method, string name, IEnumerable<string> parameters) =>
        WritePrivate(writer, method, method.Signature.ObservedModifiers, method.Core!.ReturnType, name, parameters);

    private static void WritePrivate(
        SourceWriter writer, ObservedMethod method, string modifiers, string returnType, string name, IEnumerable<string> parameters)
    {
        string head = $"{modifiers} {returnType} {name}{method.Signature.TypeParameters}({string.Join(", ", parameters)})";
        Write(writer, head, method.Signature.ObservedConstraints);
    }
}
