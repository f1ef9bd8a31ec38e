using Observe.Policies;
using Observe.Recording;

namespace Observe.Runs;

/// <summary>Records a call of a language model: prices it, charges it, and measures the conversation.</summary>
internal static class LlmRecording
{
    /// <param name="run">The run.</param>
    /// <param name="scopeId">The scope that the call is; less than zero when it found no room: the call counts all the same.</param>
    /// <param name="meter">What counts it.</param>
    /// <param name="call">The call.</param>
    /// <param name="conversation">What its messages say.</param>
    /// <param name="firstChunk">Time to the first chunk, in ticks of the clock; less than zero for no stream.</param>
    /// <param name="wasCalled">Whether the model was called at all; nothing is charged if not.</param>
    public static void Record(
        RunContext run, int scopeId, Meter meter, in LlmCall call, Conversation? conversation, long firstChunk, bool wasCalled)
    {
        RunRecorder recorder = run.Recorder!;
        ObserverOptions options = recorder.Observer.Options;
        decimal? given = call.CostUsd;
        if (given < 0)
        {
            recorder.Warn($"A cost of {given} for a call of \"{call.Model}\" is less than nothing; it is estimated instead.");
            given = null;
        }

        ModelCatalogue catalogue = options.Models ?? ModelCatalogue.Default;
        string model = call.Model ?? "";
        CataloguedModel? known = catalogue.Find(model, call.Provider);
        CostEstimate? estimate =
            given is null && wasCalled ? catalogue.Estimate(model, call.Usage, options.TimeProvider.GetUtcNow(), call.Provider) : null;
        decimal? cost = given ?? estimate?.Usd;
        string? provider = Named(call.Provider) ?? Named(known?.Provider) ?? catalogue.ProviderOf(model);
        bool hasPrice = known is { Prices.Count: > 0 };
        if (!hasPrice && given is null && (wasCalled || model.Length > 0))
        {
            recorder.WarnOfUnknownModel(model, Named(call.Provider));
        }

        if (call.Usage.IsAdjusted)
        {
            recorder.Warn($"Token counts of a call of \"{model}\" contradict each other; parts were cut to their totals.");
        }

        string? hash = recorder.Conversation.Take(conversation, call.Usage.InputTokens, known?.MaxInputTokens);
        recorder.CountUserTurns(recorder.Conversation.Turns);
        LlmCalled called = new()
        {
            InputTokens = call.Usage.InputTokens ?? -1,
            OutputTokens = call.Usage.OutputTokens ?? -1,
            CacheReadTokens = call.Usage.CacheReadTokens ?? -1,
            CacheWriteTokens = call.Usage.CacheWriteTokens ?? -1,
            CacheWriteOneHourTokens = call.Usage.CacheWriteOneHourTokens ?? -1,
            ReasoningTokens = call.Usage.ReasoningTokens ?? -1,
            FirstChunk = firstChunk,
            ContextWindow = known?.MaxInputTokens ?? -1,
            CostUsd = cost ?? 0,
            CostKind = given is not null ? LlmCostKind.Given : estimate is null ? LlmCostKind.Unknown : LlmCostKind.Estimated,
            MessageCount = conversation is { Messages: > 0 } ? conversation.Messages : -1,
            UserTurns = conversation is { Messages: > 0 } ? conversation.UserTurns : -1,
            PriceDay = estimate?.PriceAsOf?.DayNumber ?? -1,
        };
        int prompt = options.Capture.Arguments ? options.Capture.PreviewLength : 0;
        int response = options.Capture.Results ? options.Capture.PreviewLength : 0;
        if (scopeId >= 0)
        {
            recorder.NoteLlmCall(
                scopeId,
                called,
                [
                    model,
                    provider,
                    call.Task,
                    Preview(call.PromptPreview ?? conversation?.LastUserMessage, prompt),
                    Preview(call.ResponsePreview, response),
                    call.FinishReason,
                    hash,
                    estimate?.Source,
                    estimate?.Model,
                ]);
        }

        if (wasCalled)
        {
            Charge(
                run,
                scopeId,
                meter,
                new LlmUsage { Model = model, Provider = provider ?? "", Tokens = call.Usage, CostUsd = cost, IsEstimate = estimate is not null });
        }
    }

    private static string? Named(string? provider) => string.IsNullOrEmpty(provider) ? null : provider;

    private static string? Preview(string? text, int most) => text is null ? null : most == 0 ? null : PreviewText.Beginning(text, most);

    private static void Charge(RunContext run, int scopeId, Meter meter, in LlmUsage used)
    {
        meter.Charge(used);
        if (run.Recorder!.IsGoverned)
        {
            run.PoliciesFor(meter)?.Charge(run, scopeId, meter, used);
        }
    }
}
