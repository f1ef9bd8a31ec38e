using Microsoft.CodeAnalysis;
using Observe.Generators.Model;

namespace Observe.Generators.Parsing;

/// <summary>What the body of a scope may wrap its result in.</summary>
internal static class BodyWrappers
{
    public static BodyWrapper AllowedIn(ScopeKind kind) => kind switch
    {
        ScopeKind.Decision => BodyWrapper.Decision,
        ScopeKind.LlmCall => BodyWrapper.LlmResult,
        _ => BodyWrapper.None,
    };

    /// <summary>Whether the type is the wrapper, around anything.</summary>
    public static bool Is(this INamedTypeSymbol type, BodyWrapper wrapper) => wrapper switch
    {
        BodyWrapper.Decision => type.Arity == 1 && type.IsOurs(WellKnownNames.DecisionOfT),
        BodyWrapper.LlmResult => type.Arity == 1 && type.IsOurs(WellKnownNames.LlmResultOfT),
        _ => false,
    };
}
