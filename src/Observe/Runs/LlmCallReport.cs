using Observe.CompilerServices;

namespace Observe.Runs;

/// <summary>Records the call of a language model when it is over.</summary>
internal sealed class LlmCallReport(ScopeDescriptor descriptor) : LlmReport(descriptor)
{
    internal override void Record(Outcome outcome)
    {
        if (TryTake(out LlmCall call, out LlmCallSite site))
        {
            // A call that failed before anything is known of its use has most likely cost nothing; a blocked one was never made.
            bool wasCalled = outcome == Outcome.Ok
                || (outcome != Outcome.Blocked && (IsAnswered || call.Usage != default || call.CostUsd is not null));
            LlmRecording.Record(site.Run, site.ScopeId, site.Meter, call, site.Conversation, site.FirstChunk, wasCalled);
        }
    }
}
