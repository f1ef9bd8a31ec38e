using Observe.Recording;

namespace Observe.Exporting.Reading;

/// <summary>Decodes the record of a call of a language model.</summary>
internal sealed unsafe class LlmTraceReader : RecordedLlmCalls
{
    public static RecordedLlmCalls Instance { get; } = new LlmTraceReader();

    /// <inheritdoc/>
    public override LlmTrace? Read(byte* record, TraceScratch scratch, RunClock clock)
    {
        if (record == null)
        {
            return null;
        }

        RecordCursor cursor = new(record);
        LlmCalled called = cursor.Read<LlmCalled>();
        string model = scratch.Text(ref cursor) ?? "";
        return new LlmTrace
        {
            Model = model,
            Provider = scratch.Text(ref cursor),
            Task = scratch.Text(ref cursor),
            PromptPreview = scratch.Text(ref cursor),
            ResponsePreview = scratch.Text(ref cursor),
            FinishReason = scratch.Text(ref cursor),
            SystemPromptHash = cursor.ReadText(),
            PriceSource = cursor.ReadText(),
            PricedModel = cursor.ReadText(),
            Usage = new TokenUsage(
                Known(called.InputTokens),
                Known(called.OutputTokens),
                Known(called.CacheReadTokens),
                Known(called.CacheWriteTokens),
                Known(called.CacheWriteOneHourTokens),
                Known(called.ReasoningTokens)),
            CostUsd = called.CostKind == LlmCostKind.Unknown ? null : called.CostUsd,
            CostIsEstimate = called.CostKind == LlmCostKind.Estimated,
            PriceAsOf = called.PriceDay > 0 ? DateOnly.FromDayNumber(called.PriceDay) : null,
            TimeToFirstChunk = called.FirstChunk < 0 ? null : clock.Between(0, called.FirstChunk),
            ContextWindow = Known(called.ContextWindow),
            MessageCount = called.MessageCount < 0 ? null : called.MessageCount,
            UserTurns = called.UserTurns < 0 ? null : called.UserTurns,
        };
    }

    private static long? Known(long figure) => figure < 0 ? null : figure;
}
