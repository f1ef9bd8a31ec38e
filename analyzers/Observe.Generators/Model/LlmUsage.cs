namespace Observe.Generators.Model;

/// <summary>The object that counts tokens, and how they are read from it.</summary>
internal sealed record LlmUsage
{
    /// <summary>Reads the object, or the collection of parts of which one is it.</summary>
    public required string Expression { get; init; }

    /// <summary>Type of the part that holds the object; null when the expression is the object.</summary>
    public required string? PartType { get; init; }

    /// <summary>The member of that part that is the object; empty without one.</summary>
    public required string PartMember { get; init; }

    /// <summary>Whether the object is the response itself.</summary>
    public required bool IsResponse { get; init; }

    /// <summary>Reads input, output, cache read, cache write and reasoning tokens, in this order, behind the object's name; empty where there is nothing to read.</summary>
    public required EquatableArray<string> Counts { get; init; }

    /// <summary>Whether cached tokens are part of the input tokens.</summary>
    public required bool CachedInside { get; init; }
}
