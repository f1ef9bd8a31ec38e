namespace Observe.Generators.Model;

/// <summary>How a value of some static type is written into a record.</summary>
internal sealed record ValueShape
{
    public required ValueKind Kind { get; init; }

    /// <summary>The generated writer of <see cref="ValueKind.Data"/>; the type's name of <see cref="ValueKind.Named"/>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Type arguments that inference would not find, in angle brackets; or empty.</summary>
    public string TypeArguments { get; init; } = "";

    /// <summary>Whether the static type is <c>dynamic</c>, which a call must not be bound by.</summary>
    public bool IsDynamicallyBound { get; init; }

    /// <summary>Whether a <see cref="ValueKind.Named"/> value is looked at, to tell null from a name.</summary>
    public bool MayBeNull { get; init; }

    public ValueShape? Key { get; init; }

    /// <summary>The underlying value, the element or the dictionary's value.</summary>
    public ValueShape? Item { get; init; }

    public static ValueShape Scalar { get; } = new() { Kind = ValueKind.Scalar };

    public static ValueShape Masked { get; } = new() { Kind = ValueKind.Masked };

    public static ValueShape Dynamic { get; } = new() { Kind = ValueKind.Dynamic };

    public static ValueShape DynamicallyBound { get; } = new() { Kind = ValueKind.Dynamic, IsDynamicallyBound = true };

    public static ValueShape Named(string type, bool mayBeNull) => new() { Kind = ValueKind.Named, Name = type, MayBeNull = mayBeNull };

    public static ValueShape Data(string writer, string typeArguments) =>
        new() { Kind = ValueKind.Data, Name = writer, TypeArguments = typeArguments };

    public static ValueShape Nullable(ValueShape underlying) => new() { Kind = ValueKind.Nullable, Item = underlying };
}
