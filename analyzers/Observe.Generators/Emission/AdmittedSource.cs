using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>The private method that waits for the policies without holding a thread, and then calls the body.</summary>
internal static class AdmittedSource
{
    private const string WithCancellation = "global::System.Threading.Tasks.TaskAsyncEnumerableExtensions.WithCancellation";

    public static void Write(SourceWriter writer, ObservedMethod method)
    {
        (MethodSignature signature, LocalNames locals) = (method.Signature, method.Locals);
        bool isStream = method.ReturnShape == ReturnShape.AsyncStream;
        writer.WriteLine();
        writer.WriteLine(GroupComment.Admitted);
        SignatureSource.WriteAttributes(writer, signature.ObservedAttributes);
        List<string> parameters = [$"{CompilerServices.Admission} {locals.Admission}", .. SignatureSource.HandedOn(method)];
        if (isStream)
        {
            parameters.Add(
                "[global::System.Runtime.CompilerServices.EnumeratorCancellation] "
                + $"global::System.Threading.CancellationToken {locals.Enumeration} = default");
        }

        string returnType = isStream ? method.Core!.ReturnType : TaskSource.OfTask(method);
        SignatureSource.WriteAsync(writer, method, returnType, method.Admission.AdmittedName, parameters);
        using (writer.OpenBlock())
        {
            // With the context of the caller: the body must begin where it would have begun without policies.
            writer.WriteLine($"await {locals.Admission};");
            AdmissionSource.WriteAnswer(writer, method, Skip(method, isStream));
            string stream = $"{WithCancellation}({CoreSource.Once(method)}, {locals.Enumeration})";
            writer.WriteLine(isStream
                ? $$"""
                    await foreach (var {{locals.Item}} in {{stream}}.ConfigureAwait(false))
                    {
                        yield return {{locals.Item}};
                    }
                    """
                : $"return {CoreSource.HandedOn(method)};");
        }
    }

    private static string? Skip(ObservedMethod method, bool isStream) =>
        method.Admission.Empty is null ? null
        : isStream ? "yield break;"
        : AdmissionSource.Return(TaskSource.Finished(method, AdmissionSource.Empty(method, "default")));
}
