namespace Observe.Generators.Tests.Fuzzing;

/// <summary>A type as a declaration mentions it, and what can be done with its values.</summary>
internal sealed record FuzzedType(string Text)
{
    /// <summary>An expression of the type.</summary>
    public string Sample { get; init; } = "default!";

    /// <summary>Constants that a parameter of the type may default to.</summary>
    public IReadOnlyList<string> Defaults { get; init; } = ["default!"];

    public bool IsRefLike { get; init; }

    public bool IsPointer { get; init; }

    public bool IsDynamic { get; init; }

    /// <summary>Whether a value of it can stand where a decision's option is expected.</summary>
    public bool IsOption { get; init; }

    /// <summary>Whether the parameter may be <c>params</c>.</summary>
    public bool MayBeParams { get; init; }

    /// <summary>Whether it is masked, or shows something that is.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>What a body writes down about a value, <c>{0}</c> being its name.</summary>
    public string Shown { get; init; } = "{0}";

    public bool CanBeTypeArgument => !IsRefLike && !IsPointer;
}
