namespace Observe.Runs;

/// <summary>Undoes <see cref="Observer.Activate"/>.</summary>
internal sealed class ObserverActivation(Ambient? previous) : IDisposable
{
    private bool _disposed;

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            Ambient.Current = previous;
        }
    }
}
