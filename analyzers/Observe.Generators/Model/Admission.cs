namespace Observe.Generators.Model;

/// <summary>What stands between the call and its body while somebody observes.</summary>
internal sealed record Admission
{
    public required AdmissionKind Kind { get; init; }

    /// <summary>Name of the private method that waits and then calls the body; empty unless <see cref="AdmissionKind.Awaited"/>.</summary>
    public required string AdmittedName { get; init; }

    /// <summary>What the method returns when it is skipped: <c>default</c>, <c>[]</c>, empty where there is no value; null when it cannot be skipped.</summary>
    public required string? Empty { get; init; }

    /// <summary>The parameters whose text may be redacted.</summary>
    public required EquatableArray<string> Texts { get; init; }

    /// <summary>Names, as they stand in the record, of parameters that may be recorded as a text and cannot be redacted.</summary>
    public required EquatableArray<string> FixedTexts { get; init; }

    /// <summary>The parameter that ends the wait, or null.</summary>
    public required string? Token { get; init; }

    /// <summary>Whether the token is to end with the method's time budget.</summary>
    public required bool LimitsToken { get; init; }
}
