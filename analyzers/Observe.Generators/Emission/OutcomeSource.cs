using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>The call of the body inside its scope, and what becomes of its outcome.</summary>
internal static class OutcomeSource
{
    public static void Write(SourceWriter writer, ObservedType type, ObservedMethod method)
    {
        (string call, string pending) = (method.Locals.Call, method.Locals.Pending);
        switch (method.ReturnShape)
        {
            case ReturnShape.Void:
                WriteAttempt(writer, method, $"{CoreSource.InScope(method)};", "Exit");
                break;
            case ReturnShape.Value:
                WriteAttempt(writer, method, $"return {Value(type, method)};", "Exit");
                break;
            default:
                writer.WriteLine($"{method.Core!.ReturnType} {pending};");
                WriteAttempt(writer, method, $"{pending} = {AdmissionSource.Pending(method)};", "Leave");
                writer.WriteLine();
                writer.WriteLine($"return {call}.{Completion(type, method)};");
                break;
        }
    }

    private static void WriteAttempt(SourceWriter writer, ObservedMethod method, string attempt, string end)
    {
        (string call, string exception) = (method.Locals.Call, method.Locals.Exception);
        writer.WriteLine("try");
        using (writer.OpenBlock())
        {
            AdmissionSource.Write(writer, method);
            writer.WriteLine(attempt);
        }

        writer.WriteLine($$"""
            catch (global::System.Exception {{exception}}) when ({{call}}.Failed({{exception}}))
            {
                throw;
            }
            finally
            {
                {{call}}.{{end}}();
            }
            """);
    }

    private static string Value(ObservedType type, ObservedMethod method)
    {
        string value = CoreSource.InScope(method);
        if (method.ResultIsDynamic && method.Core!.Wrapper == BodyWrapper.None)
        {
            value = $"(object?){value}";
        }

        string call = method.Locals.Call;
        return method switch
        {
            { Scope.Kind: ScopeKind.Decision } => $"{call}.Decide<{method.ResultType}>({value}, {ValueSource.ResultWriter(type, method)})",
            { Llm: { } llm, ResultIsTypeArgument: true } =>
                $"{call}.ReturnLlm<{method.ResultType}>({value}, {ValueSource.ResultWriter(type, method)}, {LlmSource.Reader(llm)})",
            { Result: not null, ResultIsTypeArgument: true } => $"{call}.Return({value}, {ValueSource.ResultWriter(type, method)})",
            _ => value,
        };
    }

    private static string Completion(ObservedType type, ObservedMethod method)
    {
        string pending = method.Locals.Pending;
        return method switch
        {
            { Scope.Kind: ScopeKind.Decision } => $"CompleteDecision<{method.ResultType}>({pending}, {ValueSource.ResultWriter(type, method)})",
            { ResultType: null } => $"Complete({pending})",
            { Llm: { } llm } =>
                $"CompleteLlm<{method.ResultType}>({pending}, {ValueSource.ResultWriter(type, method)}, {LlmSource.Reader(llm)})",
            _ => $"Complete({pending}, {ValueSource.ResultWriter(type, method)})",
        };
    }
}
