using Observe.Policies;
using Observe.Recording;
using Observe.Runs;

namespace Observe;

/// <summary>
/// A run that goes on until it is disposed: <c>using ActiveRun run = RunContext.Begin("agent");</c>. An exception that leaves the block
/// cannot be seen from here: say <see cref="Fail"/>, or prefer <see cref="RunContext.RunAsync(string, Func{RunContext, Task}, RunOptions?)"/>,
/// which sees it. Policies after the run are told of its end; their answers cannot change anything any more.
/// </summary>
public sealed class ActiveRun : IDisposable, IAsyncDisposable
{
    private readonly Ambient? _previous;
    private AfterCall? _after;
    private Exception? _exception;
    private int _disposed;

    private ActiveRun(RunContext context, Ambient? previous)
    {
        Context = context;
        _previous = previous;
    }

    /// <summary>The run.</summary>
    public RunContext Context { get; }

    /// <summary>Notes that the run has failed, or was cancelled when it is an <see cref="OperationCanceledException"/>. The last call counts.</summary>
    /// <param name="exception">Why.</param>
    /// <returns>False, so that it can be an exception filter: <c>catch (Exception e) when (run.Fail(e))</c>.</returns>
    public bool Fail(Exception exception)
    {
        _exception = exception;
        if (Context.Recorder is { } recorder && exception is not null)
        {
            recorder.NoteException(0, exception);
        }

        return false;
    }

    /// <summary>Ends the run; what was current before it is current again. Only the first call counts.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        Ambient.Current = _previous;
        if (Context.Recorder is { IsSealed: false } recorder)
        {
            _after?.Ended(_exception);
            OpenScope scope = new(recorder, 0, capturesResult: false, more: null);
            scope.End(scope.OutcomeOf(_exception), default);
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    internal static ActiveRun Begin(Observer? observer, string agent, RunOptions? options)
    {
        Ambient? current = Ambient.Current;
        if (observer is not { IsAlive: true })
        {
            return new ActiveRun(RunContext.Inactive, current);
        }

        RunContext? outer = current?.Run?.Recorder?.Observer == observer ? current!.Run : null;
        RunContext run = RunContext.New(observer, RunStart.From(agent, options, outer), outer is null ? null : current, descriptor: null);
        ActiveRun active = new(run, current);
        active.Enter(options);
        return active;
    }

    private void Enter(RunOptions? options)
    {
        RunRecorder recorder = Context.Recorder!;
        using Capturing.CapturedBytes inputs = new(recorder.Observer, recorder.Capture.Arguments ? options?.Inputs ?? default : default);
        bool began = Context.Begin(recorder.Now(), inputs.Span);
        Ambient.Current = new Ambient(Context, 0);
        foreach (KeyValuePair<string, CapturedValue> entry in options?.Metadata ?? new Dictionary<string, CapturedValue>())
        {
            Context.SetMetadata(entry.Key, entry.Value);
        }

        if (!recorder.IsGoverned)
        {
            return;
        }

        PolicyQuestion question = new()
        {
            Run = Context,
            Meter = recorder,
            Points = PolicyPoints.BeforeRun,
            Phase = PolicyPhase.PreExecution,
            Kind = ScopeKind.Run,
            Name = Context.Agent,
            ScopeId = began ? 0 : -1,
            Arguments = new RecordedValue(inputs.Memory),
            CanHold = true,
        };
        PolicySet? policies = Context.PoliciesFor(recorder);
        if (policies is not null && began && policies.IsAskedAt(PolicyPoints.AfterRun))
        {
            _after = policies.After(question with
            {
                Points = PolicyPoints.AfterRun,
                Phase = PolicyPhase.PostExecution,
                Arguments = new RecordedValue(inputs.Span.ToArray()),
                CanHold = false,
            });
        }

        if (policies?.Begin(question) is not { } evaluation)
        {
            return;
        }

        evaluation.Run(CancellationToken.None);
        PolicyViolationException? refusal = evaluation.RefusalOf(question, canSkip: false);
        evaluation.Answered(question, isRefused: refusal is not null);
        if (refusal is not null)
        {
            Fail(refusal);
            Dispose();
            throw refusal;
        }

        evaluation.Return();
    }
}
