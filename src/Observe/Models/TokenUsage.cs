namespace Observe;

/// <summary>
/// The tokens of one call of a model. Input and output are totals; what was read from or written to a prompt cache is a part of the
/// input, reasoning is a part of the output.
/// </summary>
/// <remarks>
/// Null means unknown, which is not zero. The parts never exceed their total: where a provider's figures disagree, the part is cut to
/// the total, a negative figure is dropped, and <see cref="IsAdjusted"/> says so. Nothing here throws. Providers count differently,
/// so use the method that is named after the provider's convention: <see cref="OpenAI"/>, <see cref="Anthropic"/>, <see cref="Gemini"/>.
/// </remarks>
public readonly partial record struct TokenUsage
{
    // One more than the figure; zero is unknown, so that the default value knows nothing and the six figures take 48 bytes.
    private readonly long _input;
    private readonly long _output;
    private readonly long _cacheRead;
    private readonly long _cacheWrite;
    private readonly long _cacheWriteOneHour;
    private readonly long _reasoning;

    /// <summary>Takes totals and their parts.</summary>
    /// <param name="inputTokens">All tokens of the prompt, cached ones included.</param>
    /// <param name="outputTokens">All tokens of the answer, reasoning included.</param>
    /// <param name="cacheReadTokens">Part of the input that came from the prompt cache.</param>
    /// <param name="cacheWriteTokens">Part of the input that was written to the prompt cache, whatever its lifetime.</param>
    /// <param name="cacheWriteOneHourTokens">Part of <paramref name="cacheWriteTokens"/> that is kept for one hour, which costs more.</param>
    /// <param name="reasoningTokens">Part of the output that the model used for reasoning.</param>
    public TokenUsage(
        long? inputTokens,
        long? outputTokens,
        long? cacheReadTokens = null,
        long? cacheWriteTokens = null,
        long? cacheWriteOneHourTokens = null,
        long? reasoningTokens = null)
    {
        bool adjusted = false;
        _input = Known(inputTokens, ref adjusted);
        _output = Known(outputTokens, ref adjusted);
        _cacheRead = PartOf(_input, Known(cacheReadTokens, ref adjusted), ref adjusted);
        long unread = _input == 0 ? 0 : _input - Math.Max(_cacheRead - 1, 0);
        long written = Known(cacheWriteTokens, ref adjusted);
        long writtenForOneHour = Known(cacheWriteOneHourTokens, ref adjusted);
        _cacheWrite = PartOf(unread, written == 0 ? writtenForOneHour : written, ref adjusted);
        _cacheWriteOneHour = PartOf(_cacheWrite, writtenForOneHour, ref adjusted);
        _reasoning = PartOf(_output, Known(reasoningTokens, ref adjusted), ref adjusted);
        IsAdjusted = adjusted;
    }

    /// <summary>No tokens at all: what a sum begins with.</summary>
    public static TokenUsage Zero { get; } = new(0, 0);

    /// <summary>All tokens of the prompt, cached ones included.</summary>
    public long? InputTokens => Figure(_input);

    /// <summary>All tokens of the answer, reasoning included.</summary>
    public long? OutputTokens => Figure(_output);

    /// <summary>Part of the input that came from the prompt cache.</summary>
    public long? CacheReadTokens => Figure(_cacheRead);

    /// <summary>Part of the input that was written to the prompt cache, whatever its lifetime.</summary>
    public long? CacheWriteTokens => Figure(_cacheWrite);

    /// <summary>Part of <see cref="CacheWriteTokens"/> that is kept for one hour instead of some minutes.</summary>
    public long? CacheWriteOneHourTokens => Figure(_cacheWriteOneHour);

    /// <summary>Part of the output that the model used for reasoning.</summary>
    public long? ReasoningTokens => Figure(_reasoning);

    /// <summary>Input and output together; null unless both are known.</summary>
    public long? TotalTokens => _input == 0 || _output == 0 ? null : Sum(_input - 1, _output - 1);

    /// <summary>Whether a figure was negative and dropped, or a part exceeded its total and was cut to it.</summary>
    public bool IsAdjusted { get; }

    private static long? Figure(long stored) => stored == 0 ? null : stored - 1;

    private static long Known(long? figure, ref bool adjusted)
    {
        if (figure is not { } known)
        {
            return 0;
        }

        if (known is < 0 or long.MaxValue)
        {
            adjusted = true;
            return known < 0 ? 0 : long.MaxValue;
        }

        return known + 1;
    }

    /// <summary>A part, cut to its total where that is known.</summary>
    private static long PartOf(long total, long part, ref bool adjusted)
    {
        if (total == 0 || part <= total)
        {
            return part;
        }

        adjusted = true;
        return total;
    }

    /// <summary>The sum of two figures, or the largest figure there can be.</summary>
    private static long Sum(long left, long right) => left > long.MaxValue - 1 - right ? long.MaxValue - 1 : left + right;
}
