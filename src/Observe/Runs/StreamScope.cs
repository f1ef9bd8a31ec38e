using Observe.CompilerServices;
using Observe.Policies;
using Observe.Recording;

namespace Observe.Runs;

/// <summary>
/// The scope of a stream, open from the call until the stream is closed. Each advance of the stream makes it current again: an
/// ambient value does not survive a <c>yield return</c> by itself.
/// </summary>
internal sealed class StreamScope(OpenScope scope, RunContext run, ScopeDescriptor descriptor) : IDisposable
{
    private readonly Ambient _ambient = scope.More ?? new Ambient(run, scope.ScopeId);
    private Exception? _exception;
    private long _items;
    private int _captured;
    private int _capturedBytes;
    private int _taken;
    private int _ended;

    /// <summary>
    /// A stream that nobody reads, or leaves without disposing it, still gets an end: its run must not stay open for ever.
    /// </summary>
    ~StreamScope()
    {
        if (!scope.Recorder.IsSealed)
        {
            // Not here: the record may have to wait for room, and the finalizers of the whole process would wait with it.
            ThreadPool.UnsafeQueueUserWorkItem(static left => left.End(Outcome.Unfinished, StreamState.Left), this, preferLocal: false);
        }
    }

    /// <summary>The scope for one more enumeration of the same stream: the first takes this one, each further one begins its own.</summary>
    public StreamScope ForEnumeration()
    {
        if (Interlocked.Exchange(ref _taken, 1) == 0)
        {
            return this;
        }

        Ambient? current = Ambient.Current;
        return scope.ScopeId == 0 ? AsNewRun(current) : AsNewScope(current);
    }

    private StreamScope AsNewRun(Ambient? current)
    {
        RunContext next = run.Again(current, descriptor);
        bool began = next.Recorder!.Observer.IsAlive && next.Begin(next.Recorder.Now(), default);
        ScopeAmbient? more = began && scope.More?.After is { } after
            ? new ScopeAmbient(next, 0, next.Recorder, llm: null) { After = after.Again(next, next.Recorder, 0) }
            : null;
        OpenScope opened = new(next.Recorder, 0, scope.CapturesResult, more);
        PolicyGate.AdmitAgain(next, next.Recorder, opened, descriptor, ordinal: 0, began);
        return Further(next, opened, began);
    }

    private StreamScope AsNewScope(Ambient? current)
    {
        RunRecorder recorder = scope.Recorder;
        int parentId = ReferenceEquals(current?.Run, run) ? current!.ScopeId : 0;
        Meter meter = scope.More?.Meter ?? recorder;
        (descriptor.IsGuarded ? meter.Outer! : meter).CountUpTo(recorder, descriptor.Kind);
        int scopeId = recorder.BeginScope(descriptor, parentId, recorder.Now(), default, out int ordinal);
        OpenScope opened = new(recorder, Math.Max(scopeId, 0), scope.CapturesResult, scope.More?.ForEnumeration(scopeId));
        PolicyGate.AdmitAgain(run, meter, opened, descriptor, ordinal, began: scopeId >= 0);
        return Further(run, opened, scopeId >= 0);
    }

    private StreamScope Further(RunContext itsRun, OpenScope opened, bool began) =>
        new(opened, itsRun, descriptor) { _taken = 1, _ended = began ? 0 : 1 };

    /// <summary>The scope has ended: the finalizer has nothing to do any more.</summary>
    public void Dispose() => GC.SuppressFinalize(this);

    public AmbientSwap Enter()
    {
        AmbientSwap swap = default;
        swap.Enter(Ambient.Current, _ambient);
        return swap;
    }

    public void Yielded()
    {
        if (_items++ == 0)
        {
            scope.More?.Llm?.FirstChunk();
        }
    }

    /// <summary>Reads from an item what the call of a language model used.</summary>
    public void Read<T>(T item, LlmReader<T> read) => scope.More?.Llm?.Read(item, read);

    public void Capture<T>(T item, CaptureValue<T> write)
    {
        CaptureOptions options = scope.Recorder.Capture;
        if (_ended != 0 || !scope.CapturesResult || _captured >= options.MaxItems || _capturedBytes >= options.MaxBytes)
        {
            return;
        }

        CaptureWriter writer = CaptureWriter.Rent(options);
        writer.WriteWhole(item, write);
        _captured++;
        _capturedBytes += writer.Written.Length;
        scope.Recorder.NoteItem(scope.ScopeId, writer.Written);
        CaptureWriter.Return(writer);
    }

    public void End(Outcome outcome, StreamState state)
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            Dispose();
            scope.More?.After?.Ended(_exception);
            scope.End(outcome, state, _items, default);
        }
    }

    /// <summary>Exception filter: notes what passes by and lets it pass.</summary>
    public bool Failed(Exception exception)
    {
        if (Volatile.Read(ref _ended) == 0)
        {
            _exception = exception;
            scope.Recorder.NoteException(scope.ScopeId, exception);
        }

        return false;
    }

    /// <summary>Ends the scope if an exception went by: in a finally, so that what the stream's own finally blocks do comes first.</summary>
    public void EndIfFailed()
    {
        if (_exception is not null)
        {
            End(scope.OutcomeOf(_exception), StreamState.Left);
        }
    }
}
