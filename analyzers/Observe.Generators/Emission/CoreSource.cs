using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>Calls of the user's body and of the private methods around it.</summary>
internal static class CoreSource
{
    /// <summary>Calls the private method that observes.</summary>
    public static string Observed(ObservedMethod method) => Call(method, method.Signature.ObservedName, []);

    /// <summary>Calls the body where nothing is recorded, and hands out what the declaration promises.</summary>
    public static string PassThrough(ObservedMethod method)
    {
        string call = Attempted(method, method.Core!.Context == ContextParameter.Required
            ? $"{CompilerServices.RunContext}.Inactive"
            : $"default({CompilerServices.RunContext})");
        return method.Core.Wrapper switch
        {
            BodyWrapper.Decision => $"{CompilerServices.DecisionTask}.Unwrap({call})",
            BodyWrapper.LlmResult => $"{CompilerServices.LlmTask}.Unwrap({call})",
            _ => call,
        };
    }

    /// <summary>Calls the body inside a scope.</summary>
    public static string InScope(ObservedMethod method) => Attempted(method, $"{method.Locals.Call}.Run");

    /// <summary>Calls the body in a private method that was handed the context; its outcome as a task.</summary>
    public static string HandedOn(ObservedMethod method) => method.Retry is null
        ? TaskSource.AsTask(method, Once(method))
        : TaskSource.Flattened(Retried(method, method.Locals.Run));

    /// <summary>Calls the private method that waits for the policies first.</summary>
    public static string Admitted(ObservedMethod method)
    {
        List<string> first = [method.Locals.Admission];
        if (method.Core!.Context != ContextParameter.None)
        {
            first.Add($"{method.Locals.Call}.Run");
        }

        return TaskSource.Outcome(method, Call(method, method.Admission.AdmittedName, first));
    }

    /// <summary>Calls the body once, in a private method that was handed the context.</summary>
    public static string Once(ObservedMethod method) => Body(method, method.Locals.Run);

    /// <summary>Calls what stands in for the body.</summary>
    public static string Fallback(ObservedMethod method) => $"{method.Retry!.Fallback}({string.Join(", ", Arguments(method))})";

    /// <summary>A value as the body would have wrapped it.</summary>
    public static string Wrapped(ObservedMethod method, string value) =>
        method.Core!.Wrapper == BodyWrapper.None ? value : $"new {WrappedType(method)}({value})";

    /// <summary>Type of what the body hands out in the end.</summary>
    public static string WrappedType(ObservedMethod method) => method.Core!.Wrapper switch
    {
        BodyWrapper.Decision => $"{CompilerServices.DecisionOf}<{method.ResultType}>",
        BodyWrapper.LlmResult => $"{CompilerServices.LlmResultOf}<{method.ResultType}>",
        _ => method.ResultType!,
    };

    /// <summary>The value in what the body handed out.</summary>
    public static string Unwrapped(ObservedMethod method, string result) => method.Core!.Wrapper switch
    {
        BodyWrapper.Decision => $"{result}.Chosen",
        BodyWrapper.LlmResult => $"{result}.Value",
        _ => result,
    };

    // The body, or the attempts at it.
    private static string Attempted(ObservedMethod method, string context) =>
        method.Retry is null ? Body(method, context)
        : method.Retry.IsAsync ? TaskSource.Outcome(method, Retried(method, context))
        : Retried(method, context);

    private static string Retried(ObservedMethod method, string context) =>
        Call(method, method.Retry!.RetriedName, method.Core!.Context == ContextParameter.None ? [] : [context]);

    private static string Body(ObservedMethod method, string context)
    {
        List<string> arguments = [.. Arguments(method)];
        if (method.Core!.Context != ContextParameter.None)
        {
            arguments.Insert(method.Core.ContextPosition, context);
        }

        return $"{method.Core.Target}({string.Join(", ", arguments)})";
    }

    private static string Call(ObservedMethod method, string name, IEnumerable<string> first) =>
        $"{name}{method.Signature.TypeParameters}({string.Join(", ", first.Concat(Arguments(method)))})";

    private static IEnumerable<string> Arguments(ObservedMethod method) =>
        method.Signature.Parameters.Select(static parameter => parameter.Argument);
}
