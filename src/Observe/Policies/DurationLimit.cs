using Observe.CompilerServices;
using Observe.Recording;

namespace Observe.Policies;

/// <summary>Cancels a call that takes too long, and records that it did.</summary>
internal sealed class DurationLimit : IPolicy, IPolicyHold, IDisposable
{
    private readonly RunRecorder _recorder;
    private readonly int _scopeId;
    private readonly ScopeDescriptor _descriptor;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenSource _timer;
    private int _released;

    private DurationLimit(RunRecorder recorder, int scopeId, ScopeDescriptor descriptor, CancellationToken outer)
    {
        _recorder = recorder;
        _scopeId = scopeId;
        _descriptor = descriptor;
        _timer = new CancellationTokenSource(TimeSpan.FromSeconds(descriptor.MaxDurationSeconds), recorder.Observer.Options.TimeProvider);
        _source = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, outer);
        _timer.Token.UnsafeRegister(static limit => ((DurationLimit)limit!).Exceeded(), this);
    }

    public string Name => "Budget";

    public string Category => "budget";

    public PolicyPoints Points => PolicyPoints.None;

    /// <summary>Starts the time of a call.</summary>
    /// <returns>The token that its body gets.</returns>
    public static CancellationToken Start(RunContext run, int scopeId, ScopeDescriptor descriptor, CancellationToken outer)
    {
        if (scopeId < 0)
        {
            return outer; // nobody will say when it is over
        }

        DurationLimit limit = new(run.Recorder!, scopeId, descriptor, outer);
        CancellationToken token = limit._source.Token;
        run.Recorder!.AddHold(scopeId, limit, limit);
        return token;
    }

    public PolicyResult Evaluate(PolicyContext context) => PolicyResult.Allow;

    /// <summary>
    /// Whether the body has ended, and not only the run or the observer around it: then it goes on without a limit, and its caller's
    /// token must still reach it.
    /// </summary>
    private bool IsBodyOver => _scopeId == 0 ? _recorder.Observer.IsAlive : !_recorder.IsSealed;

    public void Release() => Dispose();

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _released, 1) == 0)
        {
            _timer.Dispose();
            if (IsBodyOver)
            {
                _source.Dispose();
            }
        }
    }

    private void Exceeded()
    {
        if (Volatile.Read(ref _released) == 0)
        {
            long now = _recorder.Now();
            PolicyResult answer = PolicyResult.Block($"\"{_descriptor.Name}\" took longer than {_descriptor.MaxDurationSeconds:0.###} seconds and was cancelled");
            _recorder.NotePolicyCheck(_scopeId, PolicyEntry.Encode(Name, "", Category), 100, PolicyPhase.MidExecution, answer, now, 0);
        }
    }
}
