using Observe.CompilerServices;
using Observe.Runs;

namespace Observe.Recording;

/// <summary>A run or scope whose end is still to be recorded, wherever and on whatever thread that happens.</summary>
internal readonly struct OpenScope(RunRecorder recorder, int scopeId, bool capturesResult, ScopeAmbient? more)
{
    /// <summary>Policies to be asked after it, a call of a language model to be recorded; null for most.</summary>
    public ScopeAmbient? More => more;

    public RunRecorder Recorder => recorder;

    public int ScopeId => scopeId;

    public bool CapturesResult => capturesResult;

    public Outcome OutcomeOf(Exception? exception) => exception switch
    {
        null => Outcome.Ok,
        OperationCanceledException => Outcome.Cancelled,
        PolicyViolationException violation when violation.Stopped(recorder, scopeId) => Outcome.Blocked,
        _ => Outcome.Error,
    };

    public void End(Outcome outcome, ReadOnlySpan<byte> result) => End(outcome, StreamState.None, 0, result);

    public void End(Outcome outcome, StreamState stream, long items, ReadOnlySpan<byte> result)
    {
        more?.Llm?.Record(outcome);
        if (outcome == Outcome.Ok && recorder.WasSkipped(scopeId))
        {
            outcome = Outcome.Blocked;
        }

        ScopeEnded end = new(recorder.Now(), outcome, stream, items);
        if (scopeId == 0)
        {
            recorder.EndRun(end, result);
        }
        else
        {
            recorder.EndScope(scopeId, end, result);
            recorder.ReleaseHolds(scopeId);
        }
    }

    /// <summary>Ends the scope with what it returned.</summary>
    public void EndWith<T>(T result, CaptureValue<T>? write)
    {
        if (write is null || !capturesResult)
        {
            End(Outcome.Ok, default);
            return;
        }

        CaptureWriter writer = CaptureWriter.Rent(recorder.Capture);
        writer.WriteWhole(result, write);
        End(Outcome.Ok, writer.Written);
        CaptureWriter.Return(writer);
    }

    /// <summary>Exception filter: ends the scope with what passes by, and lets it pass.</summary>
    public bool EndFailed(Exception exception)
    {
        recorder.NoteException(scopeId, exception);
        more?.After?.Failed(exception);
        End(OutcomeOf(exception), default);
        return false;
    }
}
