using System.Runtime.InteropServices;

namespace Observe.Recording;

/// <summary>
/// What a call of a language model used. Texts follow: model, provider, task, previews of prompt and response, finish reason, hash of
/// the system prompt, source of the price, and the name of the model that was priced. A number less than zero is unknown.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct LlmCalled
{
    public const int Size = 93;

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public long CacheReadTokens { get; init; }

    public long CacheWriteTokens { get; init; }

    public long CacheWriteOneHourTokens { get; init; }

    public long ReasoningTokens { get; init; }

    public long FirstChunk { get; init; }

    public long ContextWindow { get; init; }

    public decimal CostUsd { get; init; }

    public int MessageCount { get; init; }

    public int UserTurns { get; init; }

    /// <summary>Day of the price, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int PriceDay { get; init; }

    public LlmCostKind CostKind { get; init; }
}
