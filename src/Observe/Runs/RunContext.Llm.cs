using Observe.Policies;
using Observe.Recording;
using Observe.Runs;

namespace Observe;

public sealed partial class RunContext
{
    /// <summary>
    /// Records a call of a language model that has just been made. Without a cost it is estimated from the catalogue; for a model that
    /// the catalogue does not know the cost stays unknown and the run carries one warning.
    /// </summary>
    /// <param name="call">The call.</param>
    public void RecordLlmCall(in LlmCall call)
    {
        if (Recorder is null)
        {
            return;
        }

        string? name = string.IsNullOrEmpty(call.Task) ? call.Model : call.Task;
        NamedScope scope = new(ScopeKind.LlmCall, string.IsNullOrEmpty(name) ? "llm_call" : name) { Duration = call.Duration, Error = call.Error };
        int scopeId = Begin(scope, out long end);
        Ambient? current = Ambient.Current;
        Meter meter = ReferenceEquals(current?.Run, this) ? Ambient.MeterOf(current)! : Recorder;
        long firstChunk = call.TimeToFirstChunk is { } time ? RunClock.ToTimestamps(time, Recorder.Observer.Options.TimeProvider) : -1;
        LlmRecording.Record(this, scopeId, meter, call, call.Messages is { } messages ? Conversation.Of(messages) : null, firstChunk, wasCalled: true);
        if (scopeId >= 0)
        {
            End(scopeId, scope, end);
        }
    }

    /// <summary>
    /// Says, from the body of an <see cref="LlmCallAttribute"/> method or from a scope inside it, what the call used, where its result
    /// does not tell: the innermost such call of this run is meant. What is said here wins; members that are not set leave what is
    /// known. Outside such a method, and when the call is over, it does nothing but leave a warning.
    /// </summary>
    /// <param name="call">What is known; its duration and error are those of the method.</param>
    public void ReportLlmCall(in LlmCall call)
    {
        if (Recorder is null)
        {
            return;
        }

        if (Ambient.Current is not ScopeAmbient { InnermostLlm: { } report } current || !ReferenceEquals(current.Run, this))
        {
            Recorder.Warn("ReportLlmCall was called outside an [LlmCall] method; use RecordLlmCall there.");
        }
        else if (!report.TrySay(call))
        {
            Recorder.Warn("ReportLlmCall was called when the call was over; what it said is not recorded.");
        }
    }
}
