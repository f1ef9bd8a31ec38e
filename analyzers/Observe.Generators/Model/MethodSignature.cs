namespace Observe.Generators.Model;

/// <summary>What has to be said, word by word, to implement the user's declaration.</summary>
internal sealed record MethodSignature
{
    public required string Name { get; init; }

    /// <summary>Modifiers as the declaration has them, <c>partial</c> included.</summary>
    public required string Modifiers { get; init; }

    public required string ReturnType { get; init; }

    /// <summary><c>&lt;T, U&gt;</c>, or empty.</summary>
    public required string TypeParameters { get; init; }

    /// <summary>Constraint clauses that the implementation must repeat; an override inherits most of them.</summary>
    public required EquatableArray<string> Constraints { get; init; }

    public required EquatableArray<ObservedParameter> Parameters { get; init; }

    public required bool ReturnsByReference { get; init; }

    /// <summary>Attributes for both generated methods that the user has not given already.</summary>
    public required EquatableArray<string> Attributes { get; init; }

    /// <summary>Name of the private method that is called while somebody observes.</summary>
    public required string ObservedName { get; init; }

    /// <summary>Modifiers of the private method.</summary>
    public required string ObservedModifiers { get; init; }

    /// <summary>Attributes of the private method: those of <see cref="Attributes"/> and those that travel with the body.</summary>
    public required EquatableArray<string> ObservedAttributes { get; init; }

    /// <summary>Constraint clauses of the private method, which inherits none.</summary>
    public required EquatableArray<string> ObservedConstraints { get; init; }
}
