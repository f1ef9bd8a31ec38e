namespace Observe;

/// <summary>What the body of an <see cref="LlmCallAttribute"/> method may return: the result, and what the call used.</summary>
/// <typeparam name="T">Type that the declaration returns.</typeparam>
/// <param name="value">The result; this is what the caller gets.</param>
/// <param name="usage">Tokens by kind. Default: unknown, or what the result says.</param>
/// <param name="model">Model that answered. Default: what the declaration or the result says.</param>
/// <param name="costUsd">Cost in US dollars: 0 is free, null is "estimate it". Default: null.</param>
/// <param name="response">Text of the response. Default: what the result says.</param>
/// <param name="finishReason">Why the response ended, for example <c>stop</c>. Default: what the result says.</param>
public readonly struct LlmResult<T>(
    T value, TokenUsage usage = default, string? model = null, decimal? costUsd = null, string? response = null, string? finishReason = null)
{
    /// <summary>The result.</summary>
    public T Value { get; } = value;

    /// <summary>Tokens by kind.</summary>
    public TokenUsage Usage { get; } = usage;

    /// <summary>Model that answered, or null.</summary>
    public string? Model { get; } = model;

    /// <summary>Cost in US dollars, or null.</summary>
    public decimal? CostUsd { get; } = costUsd;

    /// <summary>Text of the response, or null.</summary>
    public string? Response { get; } = response;

    /// <summary>Why the response ended, or null.</summary>
    public string? FinishReason { get; } = finishReason;
}
