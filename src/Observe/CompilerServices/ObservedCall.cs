using System.ComponentModel;
using System.Runtime.CompilerServices;
using Observe.Recording;
using Observe.Runs;

namespace Observe.CompilerServices;

/// <summary>
/// One call of an observed method, on the stack of its wrapper: begins the run or scope, makes it current, notes how it ended.
/// Everything with a branch is here, so that generated code has none.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ObservedCall
{
    private const int NotRecorded = -1;

    private RunContext _run;
    private RunRecorder? _recorder;
    private ScopeDescriptor? _descriptor;
    private Ambient? _previous;
    private AmbientSwap _swap;
    private CaptureWriter? _writer;
    private Exception? _exception;
    private ScopeAmbient? _scope;
    private LlmReport? _llm;
    private int _scopeId;
    private int _ordinal;
    private bool _isCurrent;
    private bool _isGoverned;
    private bool _ended;
    private bool _canSkipByHand;

    /// <summary>The run: the one that begins here, or the one that the scope belongs to.</summary>
    public readonly RunContext Run => _run;

    /// <summary>Where the arguments go, or null when they are not captured. Ask once, before <see cref="Enter"/>.</summary>
    public CaptureWriter? Arguments
    {
        get
        {
            if (_recorder is null || !_descriptor!.CapturesArguments || !_recorder.Capture.Arguments)
            {
                return null;
            }

            _writer = CaptureWriter.Rent(_recorder.Capture);
            _writer.BeginArguments();
            return _writer;
        }
    }

    private readonly bool CanSkip => _descriptor?.CanSkip ?? _canSkipByHand;

    private readonly bool IsRun => _descriptor is null || _descriptor.Kind == ScopeKind.Run;

    /// <summary>Prepares a run of an attributed method.</summary>
    /// <param name="descriptor">The method.</param>
    /// <param name="identity">Who calls.</param>
    /// <param name="call">The call.</param>
    /// <returns>False when no observer is current here: the body is then called directly.</returns>
    public static bool TryBeginRun(ScopeDescriptor descriptor, in RunIdentity identity, out ObservedCall call)
    {
        Ambient? current = Ambient.Current;
        if (Observer.ForNewRun(current) is not { } observer)
        {
            call = default;
            return false;
        }

        Fill(out call, RunContext.New(observer, RunStart.From(descriptor, identity, current?.Run), current, descriptor), descriptor, current);
        return true;
    }

    /// <summary>Prepares a scope in the current run.</summary>
    /// <param name="descriptor">The method.</param>
    /// <param name="call">The call.</param>
    /// <returns>False outside any run: the body is then called directly.</returns>
    public static bool TryBeginScope(ScopeDescriptor descriptor, out ObservedCall call)
    {
        Ambient? current = Ambient.Current;
        if (current?.Run is not { } run)
        {
            call = default;
            return false;
        }

        Fill(out call, run, descriptor, current);
        return true;
    }

    /// <summary>Writes the begin record and makes the run or scope current.</summary>
    public void Enter()
    {
        if (_recorder is null)
        {
            _scopeId = NotRecorded;
            return;
        }

        ReadOnlySpan<byte> arguments = CloseArguments();
        if (IsRun)
        {
            _scopeId = _run.Begin(_recorder.Now(), arguments) ? 0 : NotRecorded;
        }
        else
        {
            _scopeId = _recorder.BeginScope(_descriptor!, _previous!.ScopeId, _recorder.Now(), arguments, out _ordinal);
        }

        if (_recorder.IsGoverned || _descriptor is { HasMore: true } || _previous is ScopeAmbient)
        {
            EnterWithMore();
            return;
        }

        ReturnWriter();
        if (_descriptor is not { Leaf: true } && (_scopeId != NotRecorded || IsRun))
        {
            // A run that found no room is current all the same: what happens in it must not land in the outer run.
            _isCurrent = true;
            _swap.Enter(_previous, new Ambient(_run, Math.Max(_scopeId, 0)));
        }
    }

    /// <summary>Writes the value of a <see cref="MetadataAttribute"/> parameter.</summary>
    /// <typeparam name="T">Type of the parameter.</typeparam>
    /// <param name="key">Key of the entry.</param>
    /// <param name="value">Value of the parameter.</param>
    /// <param name="write">Writes the value.</param>
    public readonly void SetMetadata<T>(string key, T value, CaptureValue<T> write)
    {
        if (_recorder is null)
        {
            return;
        }

        CaptureWriter writer = CaptureWriter.Rent(_recorder.Capture);
        writer.WriteWhole(value, write);
        _recorder.SetMetadata(key, writer.Written);
        CaptureWriter.Return(writer);
    }

    /// <summary>Exception filter of the wrapper: notes what passes by and lets it pass.</summary>
    /// <param name="exception">What the body threw.</param>
    /// <returns>False.</returns>
    public bool Failed(Exception exception)
    {
        _exception = exception;
        ReturnWriter(); // what fails has no result, nor does what a policy refuses
        if (_scopeId != NotRecorded)
        {
            _recorder!.NoteException(_scopeId, exception);
        }

        return false;
    }

    /// <summary>Ends a synchronous call: the caller's context is current again, the end is recorded.</summary>
    public void Exit()
    {
        Restore();
        if (_scope?.After is { } after && _exception is null)
        {
            EndChecked(after);
            return;
        }

        End();
    }

    /// <summary>Ends the synchronous part of an asynchronous call: the caller's context is current again.</summary>
    public void Leave()
    {
        Restore();
        if (_exception is not null)
        {
            End();
        }
    }

    /// <summary>Captures the result of a synchronous call.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="result">The result.</param>
    /// <param name="write">Writes the result; null when it is not captured.</param>
    /// <returns>The result.</returns>
    public T Return<T>(T result, CaptureValue<T>? write)
    {
        if (write is not null && CapturesResult)
        {
            _writer = CaptureWriter.Rent(_recorder!.Capture);
            _writer.WriteWhole(result, write);
        }

        return _scope?.After is { } after ? Accept(after, result, write) : result;
    }

    internal static ObservedCall BeginRun(Observer observer, string agent, RunOptions? options, bool canSkip)
    {
        Ambient? current = Ambient.Current;
        RunContext? outer = current?.Run?.Recorder?.Observer == observer ? current!.Run : null;
        RunContext run = observer.IsAlive
            ? RunContext.New(observer, RunStart.From(agent, options, outer), outer is null ? null : current, descriptor: null)
            : RunContext.Inactive;
        Fill(out ObservedCall call, run, null, current);
        call._canSkipByHand = canSkip;
        if (run.Recorder is { } recorder && options is { Inputs.IsEmpty: false } && recorder.Capture.Arguments)
        {
            call._writer = CaptureWriter.Rent(recorder.Capture);
            call._writer.WriteWhole(options.Inputs, static (writer, inputs) => inputs.WriteTo(writer));
        }

        call.Enter();
        if (options is not null)
        {
            foreach (KeyValuePair<string, CapturedValue> entry in options.Metadata)
            {
                run.SetMetadata(entry.Key, entry.Value);
            }
        }

        return call;
    }

    // Field by field in place: a constructor would build the whole struct beside it and copy it over, which costs more than all else here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fill(out ObservedCall call, RunContext run, ScopeDescriptor? descriptor, Ambient? previous)
    {
        call = default;
        call._run = run;
        call._recorder = run.Recorder;
        call._descriptor = descriptor;
        call._previous = previous;
    }

    private readonly bool CapturesResult =>
        _scopeId != NotRecorded && _descriptor is { CapturesResult: true } && _recorder!.Capture.Results;

    private readonly ReadOnlySpan<byte> CloseArguments()
    {
        if (_writer is null)
        {
            return default;
        }

        if (_descriptor is not null)
        {
            _writer.EndObject();
        }

        return _writer.Written;
    }

    private void ReturnWriter()
    {
        if (_writer is not null)
        {
            CaptureWriter.Return(_writer);
            _writer = null;
        }
    }

    private void Restore()
    {
        if (_isCurrent)
        {
            _isCurrent = false;
            _swap.Exit();
        }
    }

    private void End()
    {
        if (_scopeId != NotRecorded && !_ended)
        {
            _ended = true;
            OpenScope scope = Scope;
            if (_exception is not null)
            {
                _scope?.After?.Failed(_exception);
            }

            scope.End(scope.OutcomeOf(_exception), _writer is null ? default : _writer.Written);
        }

        ReturnWriter();
    }

    private readonly OpenScope Scope => new(_recorder!, _scopeId, CapturesResult, _scope);
}
