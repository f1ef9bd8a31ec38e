namespace Observe;

public readonly partial record struct TokenUsage
{
    private TokenUsage(TokenUsage usage, bool adjusted)
    {
        this = usage;
        IsAdjusted |= adjusted;
    }

    /// <summary>
    /// The convention of OpenAI's API, of Azure OpenAI and of most compatible servers: cached tokens are inside the input, reasoning
    /// tokens inside the output.
    /// </summary>
    /// <param name="inputTokens"><c>input_tokens</c> or <c>prompt_tokens</c>.</param>
    /// <param name="outputTokens"><c>output_tokens</c> or <c>completion_tokens</c>.</param>
    /// <param name="cachedInputTokens"><c>cached_tokens</c> of the details of the input.</param>
    /// <param name="reasoningTokens"><c>reasoning_tokens</c> of the details of the output.</param>
    /// <param name="cacheWriteTokens">Tokens of the input that were written to the cache, for models that charge for it.</param>
    public static TokenUsage OpenAI(
        long? inputTokens, long? outputTokens, long? cachedInputTokens = null, long? reasoningTokens = null, long? cacheWriteTokens = null) =>
        new(inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens, null, reasoningTokens);

    /// <summary>
    /// The convention of Anthropic's API and of Amazon Bedrock's Converse API: the input counts only what was neither read from nor
    /// written to the cache, so the total is the sum of the three.
    /// </summary>
    /// <param name="inputTokens"><c>input_tokens</c>: what was not cached.</param>
    /// <param name="outputTokens"><c>output_tokens</c>.</param>
    /// <param name="cacheReadInputTokens"><c>cache_read_input_tokens</c>.</param>
    /// <param name="cacheCreationInputTokens"><c>cache_creation_input_tokens</c>: all that was written, whatever its lifetime.</param>
    /// <param name="cacheCreationOneHourInputTokens"><c>ephemeral_1h_input_tokens</c> of <c>cache_creation</c>, a part of the former.</param>
    /// <param name="reasoningTokens">Tokens of the answer that were used for thinking, where they are reported.</param>
    public static TokenUsage Anthropic(
        long? inputTokens,
        long? outputTokens,
        long? cacheReadInputTokens = null,
        long? cacheCreationInputTokens = null,
        long? cacheCreationOneHourInputTokens = null,
        long? reasoningTokens = null)
    {
        bool adjusted = false;
        long? uncached = Checked(inputTokens, ref adjusted);
        long? read = Checked(cacheReadInputTokens, ref adjusted);
        long? writtenForOneHour = Checked(cacheCreationOneHourInputTokens, ref adjusted);
        long? written = Checked(cacheCreationInputTokens, ref adjusted) ?? writtenForOneHour;
        long? total = uncached is { } rest ? Sum(Sum(rest, read ?? 0), written ?? 0) : null;
        return new TokenUsage(new TokenUsage(total, outputTokens, read, written, writtenForOneHour, reasoningTokens), adjusted);
    }

    /// <summary>
    /// The convention of Google's Gemini and Vertex AI APIs: cached tokens are inside the prompt, but thoughts stand beside the
    /// candidates and the prompts of tools beside the prompt, so the totals are sums.
    /// </summary>
    /// <param name="promptTokens"><c>promptTokenCount</c>.</param>
    /// <param name="candidatesTokens"><c>candidatesTokenCount</c>.</param>
    /// <param name="cachedContentTokens"><c>cachedContentTokenCount</c>.</param>
    /// <param name="thoughtsTokens"><c>thoughtsTokenCount</c>.</param>
    /// <param name="toolUsePromptTokens"><c>toolUsePromptTokenCount</c>.</param>
    public static TokenUsage Gemini(
        long? promptTokens, long? candidatesTokens, long? cachedContentTokens = null, long? thoughtsTokens = null, long? toolUsePromptTokens = null)
    {
        bool adjusted = false;
        long? prompt = Checked(promptTokens, ref adjusted);
        long? candidates = Checked(candidatesTokens, ref adjusted);
        long? thoughts = Checked(thoughtsTokens, ref adjusted);
        long? ofTools = Checked(toolUsePromptTokens, ref adjusted);
        long? input = prompt is { } inPrompt ? Sum(inPrompt, ofTools ?? 0) : null;
        long? output = candidates is { } inCandidates ? Sum(inCandidates, thoughts ?? 0) : null;
        return new TokenUsage(new TokenUsage(input, output, cachedContentTokens, reasoningTokens: thoughts), adjusted);
    }

    /// <summary>
    /// The tokens of two calls together. A total is unknown when it is unknown for either call; of the parts, what is known is kept,
    /// because a part that a provider does not report is most often none. Begin a sum with <see cref="Zero"/>.
    /// </summary>
    /// <param name="left">One call.</param>
    /// <param name="right">The other.</param>
    /// <remarks>Estimate the cost of each call and add those up: a price that rises with the length of the prompt looks at one call.</remarks>
    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => new(
        new TokenUsage(
            BothOf(left.InputTokens, right.InputTokens),
            BothOf(left.OutputTokens, right.OutputTokens),
            EitherOf(left.CacheReadTokens, right.CacheReadTokens),
            EitherOf(left.CacheWriteTokens, right.CacheWriteTokens),
            EitherOf(left.CacheWriteOneHourTokens, right.CacheWriteOneHourTokens),
            EitherOf(left.ReasoningTokens, right.ReasoningTokens)),
        left.IsAdjusted || right.IsAdjusted);

    /// <summary>The same as the operator <c>+</c>.</summary>
    /// <param name="left">One call.</param>
    /// <param name="right">The other.</param>
    public static TokenUsage Add(TokenUsage left, TokenUsage right) => left + right;

    private static long? Checked(long? figure, ref bool adjusted)
    {
        if (figure is null or (>= 0 and < long.MaxValue))
        {
            return figure;
        }

        adjusted = true;
        return figure < 0 ? null : long.MaxValue - 1;
    }

    private static long? BothOf(long? left, long? right) => left is { } one && right is { } other ? Sum(one, other) : null;

    private static long? EitherOf(long? left, long? right) => left is null ? right : right is null ? left : Sum(left.Value, right.Value);
}
