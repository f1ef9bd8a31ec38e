namespace Observe.Generators.Model;

/// <summary>A generated method that writes the values of one data type.</summary>
internal sealed record DataWriter
{
    public required string Name { get; init; }

    public required DataKind Kind { get; init; }

    /// <summary>Type of the value as the method takes it.</summary>
    public required string ValueType { get; init; }

    /// <summary>Type parameters of the observed method, when the data type mentions them; in angle brackets, or empty.</summary>
    public required string TypeParameters { get; init; }

    public required EquatableArray<string> Constraints { get; init; }

    public required EquatableArray<DataMember> Members { get; init; }

    /// <summary>Underlying type of an enum, else null.</summary>
    public required string? NumberType { get; init; }
}
