namespace Observe.Runs;

/// <summary>
/// Makes a scope current for the synchronous part of a call and puts the caller's context back after it. Restoring the captured
/// <see cref="ExecutionContext"/> is half the price of a second write; it is right only if the body left the context as it found it.
/// If the body changed an AsyncLocal of its own, that change goes on to the caller as it would without us.
/// </summary>
internal struct AmbientSwap
{
    private ExecutionContext? _outer;
    private ExecutionContext? _inner;
    private Ambient? _previous;

    public void Enter(Ambient? previous, Ambient next)
    {
        _previous = previous;
        _outer = ExecutionContext.Capture(); // null when the flow is suppressed
        Ambient.Current = next;
        _inner = ExecutionContext.Capture();
    }

    public readonly void Exit()
    {
        if (_outer is not null && ReferenceEquals(ExecutionContext.Capture(), _inner))
        {
            ExecutionContext.Restore(_outer);
        }
        else
        {
            Ambient.Current = _previous;
        }
    }
}
