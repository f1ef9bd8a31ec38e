using Observe.Exporting.Reading;

namespace Observe.Recording;

/// <summary>Decodes calls of language models. A run has one only when such a call was recorded, as with <see cref="RecordedPolicyChecks"/>.</summary>
internal abstract unsafe class RecordedLlmCalls
{
    /// <param name="record">The record of a call; null when a scope has none.</param>
    /// <param name="scratch">Buffers and mask.</param>
    /// <param name="clock">The clock of the run.</param>
    public abstract LlmTrace? Read(byte* record, TraceScratch scratch, RunClock clock);
}
