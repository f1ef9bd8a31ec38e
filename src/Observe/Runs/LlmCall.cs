namespace Observe;

/// <summary>A call of a language model, to be recorded by hand; see <see cref="RunContext.RecordLlmCall"/>.</summary>
/// <param name="Model">Model as the call names it, for example <c>gpt-4o</c> or <c>openai/gpt-4o</c>.</param>
public readonly record struct LlmCall(string Model)
{
    /// <summary>Tokens by kind; unknown ones are null. Default: unknown.</summary>
    public TokenUsage Usage { get; init; }

    /// <summary>Cost in US dollars: null is "estimate it from the catalogue", 0 is free, any other figure is kept; one below zero is not, and the run carries a warning. Default: null.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>What the call is for. Default: none.</summary>
    public string? Task { get; init; }

    /// <summary>Beginning of the prompt. Default: the last message of the user, if <see cref="Messages"/> are given.</summary>
    public string? PromptPreview { get; init; }

    /// <summary>Beginning of the response. Default: none.</summary>
    public string? ResponsePreview { get; init; }

    /// <summary>How long it took, up to now. Default: zero.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Time to the first chunk of a stream. Default: null, no stream.</summary>
    public TimeSpan? TimeToFirstChunk { get; init; }

    /// <summary>Provider of the model. Default: inferred from the model's name.</summary>
    public string? Provider { get; init; }

    /// <summary>Why the response ended, for example <c>stop</c> or <c>tool_calls</c>. Default: not known.</summary>
    public string? FinishReason { get; init; }

    /// <summary>
    /// The messages that were sent: they make up the measures of the conversation (turns, number of messages, hash of the system
    /// prompt); of their texts only the preview is recorded. Default: none.
    /// </summary>
    public IReadOnlyList<LlmMessage>? Messages { get; init; }

    /// <summary>What went wrong; its presence makes the call an error. Default: it went well.</summary>
    public string? Error { get; init; }
}
