using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>Recognises calls that are recorded, and those that begin a run.</summary>
internal static class RunStarts
{
    /// <summary>Whether the method is observed.</summary>
    public static bool IsObserved(IMethodSymbol method) => ScopeAttribute.Of(method.ReducedFrom ?? method).Any();

    /// <summary>Whether the method is an observed agent, or begins a run by hand.</summary>
    public static bool Is(IMethodSymbol method) =>
        IsByHand(method) || ScopeAttribute.Of(method.ReducedFrom ?? method).Any(static scope => scope.Kind == ScopeKind.Run);

    /// <summary>Whether the method begins a run by hand.</summary>
    public static bool IsByHand(IMethodSymbol method) =>
        IsNameByHand(method.Name)
        && (method.ContainingType.IsOurs(WellKnownNames.RunContext) || method.ContainingType.IsOurs(WellKnownNames.Observer));

    /// <summary>Whether a method of this name may begin a run by hand.</summary>
    public static bool IsNameByHand(string name) => name is "RunAsync" or "Run" or "Begin";
}
