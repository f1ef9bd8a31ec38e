using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Observe.Generators.Parsing;

/// <summary>The names that are given to calls which start runs, or record, by hand.</summary>
internal static class GivenName
{
    /// <summary>Whether a method of this name may take one.</summary>
    public static bool IsTakenBy(string method) => method is
        "Run" or "RunAsync" or "Begin" or "RecordStep" or "RecordToolCall" or "RecordDecision" or "RecordReasoning" or "RecordScore"
        or "RecordPolicyCheck" or "CheckPolicy" or "CheckPolicyAsync" or "BeginHumanTurn" or "RecordHumanInteraction" or "ReadLine"
        or "SetMetadata";

    /// <summary>The parameter that takes the name, or null.</summary>
    public static string? ParameterOf(IMethodSymbol method)
    {
        if (method.ContainingType.IsOurs(WellKnownNames.Observer))
        {
            return method.Name is "Run" or "RunAsync" ? "agent" : method.Name == "RecordScore" ? "name" : null;
        }

        return !method.ContainingType.IsOurs(WellKnownNames.RunContext)
            ? null
            : method.Name switch
            {
                "Run" or "RunAsync" or "Begin" => "agent",
                "RecordReasoning" => "step",
                "RecordPolicyCheck" => "policyName",
                "BeginHumanTurn" or "RecordHumanInteraction" or "ReadLine" => "action",
                "SetMetadata" => "key",
                "RecordStep" or "RecordToolCall" or "RecordDecision" or "RecordScore" or "CheckPolicy" or "CheckPolicyAsync" => "name",
                _ => null,
            };
    }

    /// <summary>The name that the call gives, or null where it gives none.</summary>
    public static ExpressionSyntax? Of(InvocationExpressionSyntax call, IMethodSymbol method) =>
        ParameterOf(method) is { } parameter ? NamedArguments.Of(call.ArgumentList, method, parameter) : null;
}
