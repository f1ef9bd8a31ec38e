using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>The implementing part of the user's partial method: a gate so small that it can be inlined.</summary>
internal static class ImplementationSource
{
    public static void Write(SourceWriter writer, ObservedMethod method)
    {
        MethodSignature signature = method.Signature;
        writer.WriteLine(GroupComment.Implementation(method));
        SignatureSource.WriteAttributes(writer, signature.Attributes);
        string head = SignatureSource.Head(
            signature.Modifiers, signature, signature.Name, signature.Parameters.Select(static parameter => parameter.Declaration));

        switch (method.Implementation)
        {
            case ImplementationKind.Stub:
                SignatureSource.Write(writer, head, signature.Constraints);
                writer.WriteLine("""
                    {
                        throw new global::System.NotImplementedException();
                    }
                    """);
                break;
            case ImplementationKind.PassThrough:
                SignatureSource.Write(writer, head, signature.Constraints, " =>");
                writer.WriteIndented([$"{(signature.ReturnsByReference ? "ref " : "")}{CoreSource.PassThrough(method)};"]);
                break;
            case ImplementationKind.Observed when method.ReturnShape == ReturnShape.Void:
                SignatureSource.Write(writer, head, signature.Constraints);
                WriteVoidGate(writer, method);
                break;
            default:
                SignatureSource.Write(writer, head, signature.Constraints, " =>");
                writer.WriteIndented([$"""
                    {CompilerServices.Gate}.IsOpen
                        ? {CoreSource.Observed(method)}
                        : {CoreSource.PassThrough(method)};
                    """]);
                break;
        }
    }

    private static void WriteVoidGate(SourceWriter writer, ObservedMethod method) =>
        writer.WriteLine($$"""
            {
                if ({{CompilerServices.Gate}}.IsOpen)
                {
                    {{CoreSource.Observed(method)}};
                }
                else
                {
                    {{CoreSource.PassThrough(method)}};
                }
            }
            """);
}
