using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>The private method that calls the body until an attempt succeeds.</summary>
internal static class RetriedSource
{
    public static void Write(SourceWriter writer, ObservedType type, ObservedMethod method, Retry retry)
    {
        writer.WriteLine();
        writer.WriteLine(GroupComment.Retried);
        SignatureSource.WriteAttributes(writer, method.Signature.ObservedAttributes);
        SignatureSource.WritePrivate(writer, method, retry.RetriedName, SignatureSource.HandedOn(method), retry.IsAsync);
        using (writer.OpenBlock())
        {
            string loop = method.Locals.Retry;
            bool hasFallback = retry.Fallback is not null;
            writer.WriteLine($"var {loop} = new {CompilerServices.RetryLoop}({type.DescriptorClass}.{method.Scope.Field});");
            writer.WriteLine(hasFallback ? $"while ({loop}.Begin())" : "while (true)");
            using (writer.OpenBlock())
            {
                if (!hasFallback)
                {
                    writer.WriteLine($"{loop}.Begin();");
                }

                WriteAttempt(writer, type, method, retry);
                writer.WriteLine();
                writer.WriteLine(retry.IsAsync ? $"await {loop}.WaitAsync({retry.Token});" : $"{loop}.Wait({retry.Token});");
            }

            if (hasFallback)
            {
                writer.WriteLine();
                writer.WriteLine(Fallback(method, retry));
            }
        }
    }

    // Everything is awaited with the context of the caller: each attempt must begin where the first one did.
    private static void WriteAttempt(SourceWriter writer, ObservedType type, ObservedMethod method, Retry retry)
    {
        (LocalNames locals, string awaited) = (method.Locals, retry.IsAsync ? "await " : "");
        writer.WriteLine("try");
        using (writer.OpenBlock())
        {
            bool hasResult = method.ResultType is not null;
            string declared = method.ResultType == "dynamic" ? "object?" : "var";
            writer.WriteLine($"{(hasResult ? $"{declared} {locals.Result} = " : "")}{awaited}{CoreSource.Once(method)};");
            writer.WriteLine($$"""
                if ({{awaited}}{{locals.Retry}}.Accepts{{(retry.IsAsync ? "Async" : "")}}({{Accepted(type, method)}}))
                {
                    return{{(hasResult ? " " + locals.Result : "")}};
                }
                """);
        }

        writer.WriteLine($$"""
            catch (global::System.Exception {{locals.Exception}}) when ({{locals.Retry}}.Failed({{locals.Exception}}, {{retry.Token}}))
            {
            }
            """);
    }

    private static string Accepted(ObservedType type, ObservedMethod method) => method.ResultIsTypeArgument
        ? $"{CoreSource.Unwrapped(method, method.Locals.Result)}, {ValueSource.ResultWriter(type, method)}"
        : "";

    private static string Fallback(ObservedMethod method, Retry retry)
    {
        string fallback = $"{(retry.IsAsync ? "await " : "")}{CoreSource.Fallback(method)}";
        return method.ResultType is null ? $"{fallback};"
            : $"return {(retry.WrapsFallback ? CoreSource.Wrapped(method, fallback) : fallback)};";
    }
}
