namespace Observe.Generators.Model;

/// <summary>What is told about a call of a language model besides arguments and result.</summary>
internal sealed record LlmCall
{
    /// <summary>The parameter that names the model, or null.</summary>
    public required string? Model { get; init; }

    /// <summary>The parameter that holds the conversation, or null.</summary>
    public required LlmMessages? Messages { get; init; }

    /// <summary>The parameter that is the user's only message, or null.</summary>
    public required string? Prompt { get; init; }

    /// <summary>The generated method that reads the result (of a stream: one item), type arguments included; null when it says nothing.</summary>
    public required string? Reader { get; init; }

    /// <summary>Whether the result is itself the text of the response.</summary>
    public required bool ResultIsText { get; init; }
}
