using Observe.Generators.Model;

namespace Observe.Generators.Emission;

/// <summary>Calls of the user's body and of the private method around it.</summary>
internal static class CoreSource
{
    /// <summary>Calls the private method that observes.</summary>
    public static string Observed(ObservedMethod method) =>
        $"{method.Signature.ObservedName}{method.Signature.TypeParameters}({string.Join(", ", Arguments(method))})";

    /// <summary>Calls the body where nothing is recorded, and hands out what the declaration promises.</summary>
    public static string PassThrough(ObservedMethod method)
    {
        string context = method.Core!.Context == ContextParameter.Required
            ? $"{CompilerServices.RunContext}.Inactive"
            : $"default({CompilerServices.RunContext})";
        string call = Call(method, context);
        return method.Core.ReturnsDecision ? $"{CompilerServices.DecisionTask}.Unwrap({call})" : call;
    }

    /// <summary>Calls the body inside a scope.</summary>
    public static string InScope(ObservedMethod method) => Call(method, $"{method.Locals.Call}.Run");

    private static string Call(ObservedMethod method, string context)
    {
        List<string> arguments = [.. Arguments(method)];
        if (method.Core!.Context != ContextParameter.None)
        {
            arguments.Insert(method.Core.ContextPosition, context);
        }

        return $"{method.Core.Target}({string.Join(", ", arguments)})";
    }

    private static IEnumerable<string> Arguments(ObservedMethod method) =>
        method.Signature.Parameters.Select(static parameter => parameter.Argument);
}
