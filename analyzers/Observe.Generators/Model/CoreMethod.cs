namespace Observe.Generators.Model;

/// <summary>The method that the user wrote as the body.</summary>
internal sealed record CoreMethod
{
    /// <summary>How it is called from a method of the same type, type arguments included.</summary>
    public required string Target { get; init; }

    public required string ReturnType { get; init; }

    /// <summary>What it returns where the declaration returns <c>T</c>.</summary>
    public required BodyWrapper Wrapper { get; init; }

    public required ContextParameter Context { get; init; }

    /// <summary>Position of the context among the arguments.</summary>
    public required int ContextPosition { get; init; }
}
