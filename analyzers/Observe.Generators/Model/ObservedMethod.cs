namespace Observe.Generators.Model;

/// <summary>One partial method that carries a scope attribute, with the implementation to be written for it.</summary>
internal sealed record ObservedMethod
{
    public required ImplementationKind Implementation { get; init; }

    public required MethodSignature Signature { get; init; }

    /// <summary>The user's body; null only for <see cref="ImplementationKind.Stub"/>.</summary>
    public required CoreMethod? Core { get; init; }

    public required ScopeDescription Scope { get; init; }

    public required ReturnShape ReturnShape { get; init; }

    /// <summary>Type of the result, of the awaited result or of one streamed item; null when there is none.</summary>
    public required string? ResultType { get; init; }

    /// <summary>Whether the result may stand for a type parameter; pointers and ref structs may not.</summary>
    public required bool ResultIsTypeArgument { get; init; }

    /// <summary>Whether the result is <c>dynamic</c>, which a call must not be bound by.</summary>
    public required bool ResultIsDynamic { get; init; }

    /// <summary>How the result (of a stream: one item) is written; null when it is not captured.</summary>
    public required ValueShape? Result { get; init; }

    /// <summary>Roles that fill the identity of the run.</summary>
    public required EquatableArray<RoleValue> Identity { get; init; }

    public required EquatableArray<RoleValue> Tags { get; init; }

    public required EquatableArray<RoleValue> Metadata { get; init; }

    /// <summary>What stands between the call and its body.</summary>
    public required Admission Admission { get; init; }

    /// <summary>How the body is called again when it fails; null when it is called once.</summary>
    public required Retry? Retry { get; init; }

    /// <summary>What is told about a call of a language model; null for other scopes.</summary>
    public required LlmCall? Llm { get; init; }

    public required LocalNames Locals { get; init; }
}
