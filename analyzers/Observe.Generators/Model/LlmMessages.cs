namespace Observe.Generators.Model;

/// <summary>A parameter that is a conversation.</summary>
internal sealed record LlmMessages
{
    /// <summary>The parameter.</summary>
    public required string Parameter { get; init; }

    /// <summary>The type of collection that a lazy sequence has to be before it is read; null where the parameter is a collection.</summary>
    public required string? Collection { get; init; }

    /// <summary>Whether a message may be null.</summary>
    public required bool MayBeNull { get; init; }

    /// <summary>Reads the role, behind the message's name.</summary>
    public required string Role { get; init; }

    /// <summary>Reads the text, behind the message's name; null when it is not to be read.</summary>
    public required string? Text { get; init; }
}
