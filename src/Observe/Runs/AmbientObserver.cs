namespace Observe.Runs;

/// <summary>Makes an observer current for a flow of control, outside any run.</summary>
internal sealed class AmbientObserver(Observer observer) : Ambient(run: null, scopeId: 0)
{
    public Observer Observer { get; } = observer;
}
