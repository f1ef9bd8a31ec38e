namespace Observe.Generators.Tests.Fuzzing;

/// <summary>A type parameter with its constraint clause, and a type that it may stand for.</summary>
internal sealed record FuzzedTypeParameter(string Name)
{
    public string Attributes { get; init; } = "";

    public string Variance { get; init; } = "";

    /// <summary>What follows <c>where T :</c>, or empty.</summary>
    public string Constraints { get; init; } = "";

    public required string Argument { get; init; }

    public bool AllowsRefLike { get; init; }

    /// <summary>What an override says about it: <c>class</c>, <c>struct</c> or <c>default</c>.</summary>
    public string OverrideConstraint { get; init; } = "default";

    public bool IsNullableAllowed { get; init; } = true;

    public string Clause => Constraints.Length == 0 ? "" : $" where {Name} : {Constraints}";
}
