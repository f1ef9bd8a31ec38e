namespace Observe.Generators.Parsing;

/// <summary>
/// Names of members by which clients of language models tell what a call used: those of Microsoft.Extensions.AI, OpenAI, Anthropic
/// and Gemini. Nothing of these libraries is referenced, so a type of the user's own may speak the same words.
/// </summary>
internal static class LlmMembers
{
    public static readonly string[] Models = ["Model", "ModelId", "ModelName"];

    public static readonly string[] FinishReasons = ["FinishReason", "StopReason"];

    /// <summary>The text, or the parts that have one.</summary>
    public static readonly string[] Texts = ["Text", "Content", "ContentUpdate"];

    /// <summary>The object that counts tokens; else the response counts them itself.</summary>
    public static readonly string[] Usages = ["Usage", "TokenUsage", "UsageDetails", "UsageMetadata"];

    public static readonly string[] Inputs = ["InputTokens", "InputTokenCount", "PromptTokens", "PromptTokenCount"];

    public static readonly string[] Outputs =
        ["OutputTokens", "OutputTokenCount", "CompletionTokens", "CompletionTokenCount", "CandidatesTokenCount"];

    public static readonly string[] InputDetails = ["InputTokenDetails", "InputTokensDetails", "PromptTokensDetails", "PromptTokenDetails"];

    public static readonly string[] OutputDetails =
        ["OutputTokenDetails", "OutputTokensDetails", "CompletionTokensDetails", "CompletionTokenDetails"];

    public static readonly string[] Reasonings = ["ReasoningTokens", "ReasoningTokenCount"];

    /// <summary>Tokens read from a cache that are counted among the input tokens.</summary>
    public static readonly string[] CachedInside =
        ["CachedInputTokenCount", "CachedTokens", "CachedTokenCount", "CachedInputTokens", "CachedContentTokenCount"];

    /// <summary>Tokens read from a cache that come on top of the input tokens.</summary>
    public static readonly string[] CacheReads = ["CacheReadInputTokens", "CacheReadInputTokenCount"];

    /// <summary>Tokens written to a cache that come on top of the input tokens.</summary>
    public static readonly string[] CacheWrites = ["CacheCreationInputTokens", "CacheCreationInputTokenCount", "CacheWriteInputTokens"];
}
