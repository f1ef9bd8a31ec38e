namespace Observe.Generators.Model;

/// <summary>What is known at build time about the scopes of one method; becomes its descriptor.</summary>
internal sealed record ScopeDescription
{
    /// <summary>Name of the field that holds the descriptor, unique in its type.</summary>
    public required string Field { get; init; }

    public required ScopeKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The method's name for humans.</summary>
    public required string Member { get; init; }

    public required bool CapturesArguments { get; init; }

    public required bool CapturesResult { get; init; }

    /// <summary>Options of a decision.</summary>
    public required EquatableArray<string> Options { get; init; }

    public required bool Leaf { get; init; }

    /// <summary>What the attributes say under the descriptor's names, as literals; only what differs from the default.</summary>
    public required EquatableArray<Setting> Settings { get; init; }

    /// <summary>Facts about the call and the names under which they are captured.</summary>
    public required EquatableArray<Setting> Roles { get; init; }

    /// <summary>The policies of the method's attributes.</summary>
    public required EquatableArray<DeclaredPolicy> Policies { get; init; }
}
