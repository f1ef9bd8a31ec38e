using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>The call of the body inside its scope, and what becomes of its outcome.</summary>
internal static class OutcomeSource
{
    public static void Write(SourceWriter writer, ObservedType type, ObservedMethod method)
    {
        string call = method.Locals.Call;
        switch (method.ReturnShape)
        {
            case ReturnShape.Void:
                WriteAttempt(writer, method, $"{CoreSource.InScope(method)};", "Exit");
                break;
            case ReturnShape.Value:
                WriteAttempt(writer, method, $"return {Value(type, method)};", "Exit");
                break;
            default:
                writer.WriteLine($"{method.Core!.ReturnType} {method.Locals.Pending};");
                WriteAttempt(writer, method, $"{method.Locals.Pending} = {CoreSource.InScope(method)};", "Leave");
                writer.WriteLine();
                writer.WriteLine($"return {call}.{Completion(type, method)};");
                break;
        }
    }

    private static void WriteAttempt(SourceWriter writer, ObservedMethod method, string attempt, string end)
    {
        (string call, string exception) = (method.Locals.Call, method.Locals.Exception);
        writer.WriteLine($$"""
            try
            {
                {{attempt}}
            }
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
        if (method.ResultIsDynamic)
        {
            value = $"(object?){value}";
        }

        return method switch
        {
            { Scope.Kind: ScopeKind.Decision } => $"{method.Locals.Call}.Decide<{method.ResultType}>({value}, {Writer(type, method)})",
            { Result: not null, ResultIsTypeArgument: true } => $"{method.Locals.Call}.Return({value}, {Writer(type, method)})",
            _ => value,
        };
    }

    private static string Completion(ObservedType type, ObservedMethod method) => method switch
    {
        { Scope.Kind: ScopeKind.Decision } => $"CompleteDecision<{method.ResultType}>({method.Locals.Pending}, {Writer(type, method)})",
        { ResultType: null } => $"Complete({method.Locals.Pending})",
        _ => $"Complete({method.Locals.Pending}, {Writer(type, method)})",
    };

    private static string Writer(ObservedType type, ObservedMethod method) =>
        method.Result is null ? "null" : ValueSource.Writer(type, method.Result);
}
