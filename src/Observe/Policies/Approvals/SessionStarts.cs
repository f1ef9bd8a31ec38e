namespace Observe.Policies;

/// <summary>Sessions that have begun. The oldest are forgotten, so that memory stays bounded: their next run counts as a first one again.</summary>
internal sealed class SessionStarts
{
    private const int MostKept = 10_000;

    private readonly HashSet<string> _started = [];
    private readonly Queue<string> _inOrder = [];

    /// <summary>Whether the run cannot be the first of a session.</summary>
    public bool HasStarted(RunContext run)
    {
        if (run.ParentSpanId is not null)
        {
            return true;
        }

        lock (_started)
        {
            return run.SessionId is { } session && _started.Contains(session);
        }
    }

    public void Start(RunContext run)
    {
        if (run.SessionId is not { } session)
        {
            return;
        }

        lock (_started)
        {
            if (!_started.Add(session))
            {
                return;
            }

            _inOrder.Enqueue(session);
            if (_inOrder.Count > MostKept)
            {
                _started.Remove(_inOrder.Dequeue());
            }
        }
    }
}
