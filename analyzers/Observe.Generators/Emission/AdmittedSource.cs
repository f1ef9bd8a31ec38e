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

        SignatureSource.WritePrivate(writer, method, method.Admission.AdmittedName, parameters, isAsync: true);
        using (writer.OpenBlock())
        {
            // With the context of the caller: the body must begin where it would have begun without policies.
            writer.WriteLine($"await {locals.Admission};");
            AdmissionSource.WriteAnswer(writer, method, Skip(method, isStream));
            string body = CoreSource.HandedOn(method);
            writer.WriteLine(method.ReturnShape switch
            {
                ReturnShape.AsyncStream => $$"""
                    await foreach (var {{locals.Item}} in {{WithCancellation}}({{body}}, {{locals.Enumeration}}).ConfigureAwait(false))
                    {
                        yield return {{locals.Item}};
                    }
                    """,
                ReturnShape.Task or ReturnShape.ValueTask => $"await {body}.ConfigureAwait(false);",
                _ => $"return await {body}.ConfigureAwait(false);",
            });
        }
    }

    private static string? Skip(ObservedMethod method, bool isStream) =>
        method.Admission.Empty is null ? null
        : isStream ? "yield break;"
        : AdmissionSource.Return(AdmissionSource.Empty(method, "default"));
}
