namespace Observe;

/// <summary>
/// Makes a call of the partial method a <em>call of a language model</em> in the current run: model, tokens, cost, previews of prompt
/// and response, and for streams the time to the first chunk. Outside a run the body runs and nothing is recorded.
/// </summary>
/// <remarks>
/// What was used is read from the result by the names of its members, at build time: the results of OpenAI, Anthropic and
/// Microsoft.Extensions.AI clients are understood, the streams of OpenAI's chat client and of Microsoft.Extensions.AI, and every type
/// that has the same members; the streams of Anthropic's client and of OpenAI's Responses client are not. Tokens are those of a member
/// <c>Usage</c>, <c>TokenUsage</c>, <c>UsageDetails</c> or <c>UsageMetadata</c>, else of the result itself; of a stream each item is
/// asked. A result that is a text is the response. The body may say more: it may return <see cref="LlmResult{T}"/> where the
/// declaration returns <c>T</c>, or call <see cref="RunContext.ReportLlmCall"/>; what it says wins. The model is the string parameter
/// named <c>model</c>, <c>modelId</c> or <c>modelName</c>, else <see cref="Model"/>; what the response says is kept too. Messages are
/// those of the parameter that is a collection of elements with a <c>Role</c> and a <c>Text</c> or <c>Content</c>; without one, the
/// user's message is the only string parameter named <c>prompt</c>, <c>message</c>, <c>question</c>, <c>input</c>, <c>text</c> or
/// <c>query</c>. A sequence that would have to be computed is not read. Model, tokens and the number of messages are recorded whatever
/// <see cref="Capture"/> says; texts are not.
/// </remarks>
/// <param name="name">Name of the call. Default: the method's name without <c>Async</c>, in snake_case.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class LlmCallAttribute(string? name = null) : Attribute
{
    /// <summary>Name of the call; null means the method's name without <c>Async</c>, in snake_case.</summary>
    public string? Name { get; } = name;

    /// <summary>Model that is called. Default: what the parameter <c>model</c> or the result says, else unknown.</summary>
    public string? Model { get; set; }

    /// <summary>Provider of the model, for example <c>"openai"</c>. Default: inferred from the model's name.</summary>
    public string? Provider { get; set; }

    /// <summary>What the call is for, for example <c>"summarise"</c>. Default: none.</summary>
    public string? Task { get; set; }

    /// <inheritdoc cref="ObserveAttribute.Capture"/>
    public CaptureMode Capture { get; set; }
}
