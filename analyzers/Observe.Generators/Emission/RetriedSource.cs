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
        WriteHead(writer, method, retry);
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

    private static void WriteHead(SourceWriter writer, ObservedMethod method, Retry retry)
    {
        IEnumerable<string> parameters = SignatureSource.HandedOn(method);
        if (retry.IsAsync)
        {
            SignatureSource.WriteAsync(writer, method, TaskSource.OfTask(method), retry.RetriedName, parameters);
        }
        else
        {
            SignatureSource.WritePrivate(writer, method, retry.RetriedName, parameters);
        }
    }

    private static void WriteAttempt(SourceWriter writer, ObservedType type, ObservedMethod method, Retry retry)
    {
        LocalNames locals = method.Locals;
        writer.WriteLine("try");
        using (writer.OpenBlock())
        {
            if (retry.IsAsync)
            {
                WriteAwaited(writer, type, method, retry);
            }
            else
            {
                WriteAtOnce(writer, type, method);
            }
        }

        writer.WriteLine($$"""
            catch (global::System.Exception {{locals.Exception}}) when ({{locals.Retry}}.Failed({{locals.Exception}}, {{retry.Token}}))
            {
            }
            """);
    }

    private static void WriteAtOnce(SourceWriter writer, ObservedType type, ObservedMethod method)
    {
        LocalNames locals = method.Locals;
        bool hasResult = method.ResultType is not null;
        string declared = IsDynamic(method) && method.Core!.Wrapper == BodyWrapper.None ? "object?" : "var";
        writer.WriteLine($$"""
            {{(hasResult ? $"{declared} {locals.Result} = " : "")}}{{CoreSource.Once(method)}};
            if ({{locals.Retry}}.Accepts({{Accepted(type, method, locals.Result)}}))
            {
                return{{(hasResult ? " " + locals.Result : "")}};
            }
            """);
    }

    // Everything is awaited with the context of the caller: each attempt must begin where the first one did.
    private static void WriteAwaited(SourceWriter writer, ObservedType type, ObservedMethod method, Retry retry)
    {
        (string loop, string task) = (method.Locals.Retry, method.Locals.Pending);
        string result = IsDynamic(method) && method.Core!.Wrapper == BodyWrapper.None ? $"(object?){task}.Result" : $"{task}.Result";
        writer.WriteLine($$"""
            var {{task}} = {{TaskSource.AsTask(method, CoreSource.Once(method))}};
            await {{CompilerServices.RetryLoop}}.Settled({{task}});
            if ({{task}}.IsCompletedSuccessfully
                ? await {{loop}}.AcceptsAsync({{Accepted(type, method, result)}})
                : !{{loop}}.Failed({{task}}, {{retry.Token}}))
            {
                return {{task}};
            }
            """);
    }

    // A dynamic argument would have the call bound at run time, which no delegate survives.
    private static string Accepted(ObservedType type, ObservedMethod method, string result)
    {
        string cast = IsDynamic(method) && method.Core!.Wrapper != BodyWrapper.None ? "(object?)" : "";
        return method.ResultIsTypeArgument ? $"{cast}{CoreSource.Unwrapped(method, result)}, {ValueSource.ResultWriter(type, method)}" : "";
    }

    private static bool IsDynamic(ObservedMethod method) => method.ResultType is "dynamic" or "dynamic?";

    private static string Fallback(ObservedMethod method, Retry retry)
    {
        string fallback = CoreSource.Fallback(method);
        if (retry.WrapsFallback)
        {
            string wrapped = CoreSource.Wrapped(method, retry.IsAsync ? $"await {fallback}" : fallback);
            return $"return {(retry.IsAsync ? TaskSource.Finished(method, wrapped) : wrapped)};";
        }

        return retry.IsAsync ? $"return {TaskSource.AsTask(method, fallback)};"
            : method.ResultType is null ? $"{fallback};"
            : $"return {fallback};";
    }
}
