namespace Observe.Generators.Model;

/// <summary>A policy that an attribute puts on a method.</summary>
internal sealed record DeclaredPolicy
{
    /// <summary>Type of a policy of the user's own, or null.</summary>
    public required string? Type { get; init; }

    /// <summary>The factory for a built-in or named policy; empty for a policy of the user's own.</summary>
    public required string Factory { get; init; }

    /// <summary>The factory's arguments as literals.</summary>
    public required EquatableArray<string> Arguments { get; init; }

    public static DeclaredPolicy Own(string type) => new() { Type = type, Factory = "", Arguments = default };

    public static DeclaredPolicy BuiltIn(string factory, params string[] arguments) =>
        new() { Type = null, Factory = factory, Arguments = arguments.ToEquatableArray() };
}
