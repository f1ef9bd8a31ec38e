using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>The private method that opens the scope, hands over what is captured, calls the body and closes the scope.</summary>
internal static class ObservedSource
{
    public static void Write(SourceWriter writer, ObservedType type, ObservedMethod method)
    {
        MethodSignature signature = method.Signature;
        writer.WriteLine(GroupComment.Observed);
        SignatureSource.WriteAttributes(writer, signature.ObservedAttributes);
        string head = SignatureSource.Head(
            signature.ObservedModifiers,
            signature,
            signature.ObservedName,
            signature.Parameters.Select(static parameter => parameter.ObservedDeclaration));
        SignatureSource.Write(writer, head, signature.ObservedConstraints);

        using (writer.OpenBlock())
        {
            WriteBegin(writer, type, method);
            WriteArguments(writer, type, method);
            LlmSource.WriteArguments(writer, method);
            WriteEnter(writer, type, method);
            OutcomeSource.Write(writer, type, method);
        }
    }

    private static void WriteBegin(SourceWriter writer, ObservedType type, ObservedMethod method)
    {
        string descriptor = $"{type.DescriptorClass}.{method.Scope.Field}";
        if (method.Scope.Kind == ScopeKind.Run)
        {
            writer.WriteLine($$"""
                if (!{{CompilerServices.Call}}.TryBeginRun(
                    {{descriptor}},
                    {{Identity(method)}},
                    out var {{method.Locals.Call}}))
                {
                """);
        }
        else
        {
            writer.WriteLine($$"""
                if (!{{CompilerServices.Call}}.TryBeginScope({{descriptor}}, out var {{method.Locals.Call}}))
                {
                """);
        }

        writer.WriteIndented(method.ReturnShape == ReturnShape.Void
            ? [$"{CoreSource.PassThrough(method)};", "return;"]
            : [$"return {CoreSource.PassThrough(method)};"]);
        writer.WriteLine("}");
        writer.WriteLine();
    }

    private static string Identity(ObservedMethod method)
    {
        string roles = string.Join(", ", method.Identity.Select(static role => $"{role.Key} = {Text(role)}"));
        return roles.Length == 0 ? "default" : $$"""new {{CompilerServices.Identity}} { {{roles}} }""";
    }

    private static void WriteArguments(SourceWriter writer, ObservedType type, ObservedMethod method)
    {
        if (!method.Signature.Parameters.Any(static parameter => parameter.Capture is not null))
        {
            return;
        }

        string arguments = method.Locals.Arguments;
        writer.WriteLine($$"""if ({{method.Locals.Call}}.Arguments is { } {{arguments}})""");
        using (writer.OpenBlock())
        {
            foreach (ObservedParameter parameter in method.Signature.Parameters)
            {
                if (parameter.Capture is not null)
                {
                    writer.WriteLine($"""
                        {arguments}.Property({Literal.Utf8(parameter.RecordedName)});
                        {ValueSource.Statement(type, parameter.Capture, arguments, parameter.Name)}
                        """);
                }
            }
        }

        writer.WriteLine();
    }

    private static void WriteEnter(SourceWriter writer, ObservedType type, ObservedMethod method)
    {
        string call = method.Locals.Call;
        writer.WriteLine($"{call}.Enter();");
        foreach (RoleValue tag in method.Tags)
        {
            writer.WriteLine($"{call}.Run.SetTag({Literal.Text(tag.Key)}, {Text(tag)});");
        }

        foreach (RoleValue entry in method.Metadata)
        {
            writer.WriteLine($"{call}.SetMetadata({Literal.Text(entry.Key)}, {entry.Value}, {ValueSource.Writer(type, entry.Capture!)});");
        }
    }

    private static string Text(RoleValue role) => role.IsText ? role.Value : $"{CompilerServices.RoleText}.From({role.Value})";
}
