using Observe.CompilerServices;

namespace Observe.Recording;

/// <summary>A run or scope whose end is still to be recorded, wherever and on whatever thread that happens.</summary>
internal readonly struct OpenScope(RunRecorder recorder, int scopeId, bool capturesResult)
{
    public RunRecorder Recorder => recorder;

    public int ScopeId => scopeId;

    public bool CapturesResult => capturesResult;

    public static Outcome OutcomeOf(Exception? exception) => exception switch
    {
        null => Outcome.Ok,
        OperationCanceledException => Outcome.Cancelled,
        _ => Outcome.Error,
    };

    public void End(Outcome outcome, ReadOnlySpan<byte> result) => End(outcome, StreamState.None, 0, result);

    public void End(Outcome outcome, StreamState stream, long items, ReadOnlySpan<byte> result)
    {
        ScopeEnded end = new(recorder.Now(), outcome, stream, items);
        if (scopeId == 0)
        {
            recorder.EndRun(end, result);
        }
        else
        {
            recorder.EndScope(scopeId, end, result);
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
        End(OutcomeOf(exception), default);
        return false;
    }
}
